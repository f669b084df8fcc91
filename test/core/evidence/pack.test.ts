import { describe, expect, it } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import { openPack } from "#core/evidence/pack.ts";
import { makeMissionPack } from "#core/factory/evidence/mission-pack.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { makeKey, packInput } from "#test/support/evidence.ts";

const constant = { sign: async () => new Uint8Array([1, 2, 3]), publicKey: async () => "PEM" };

describe("makePack", () => {
  it("returns the same bytes for the same content at any time", async () => {
    const [one, two] = [
      await makeMissionPack(constant, packInput()),
      await makeMissionPack(constant, packInput()),
    ];
    expect(Buffer.from(one.zip).equals(Buffer.from(two.zip))).toBe(true);
  });

  it("lists the digest of every record under the seal, and nothing else", async () => {
    const { zip, statement, seal_sha256 } = await makeMissionPack(makeKey(), packInput());
    const files = openPack(zip);
    expect(statement.subject.map(({ name }) => name).sort()).toEqual(
      [...files.keys()]
        .filter((name) => !["seal.dsse.json", "key.pem", "disclosures.jsonl"].includes(name))
        .sort(),
    );
    for (const { name, digest } of statement.subject)
      expect(digest.sha256).toBe(sha256Hex(files.get(name) as Uint8Array));
    expect(seal_sha256).toBe(sha256Hex(files.get("seal.dsse.json") as Uint8Array));
  });

  it("writes one canonical line per signal", async () => {
    const input = packInput();
    const { zip } = await makeMissionPack(constant, input);
    const lines = new TextDecoder().decode(openPack(zip).get("events.jsonl")).split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.map((line) => JSON.parse(line))).toEqual(input.events);
  });
});

describe("openPack", () => {
  it("refuses more files than a mission can have", () => {
    const files = Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`f${i}`, strToU8("x")]));
    expect(() => openPack(zipSync(files))).toThrow(RangeError);
  });

  it("refuses more bytes than a mission can have, before it unpacks them", () => {
    const zip = zipSync({ a: new Uint8Array(1000) });
    const central = Buffer.from(zip).lastIndexOf(Buffer.from("PK\x01\x02", "latin1"));
    new DataView(zip.buffer, zip.byteOffset).setUint32(central + 24, 129 * 2 ** 20, true);
    expect(() => openPack(zip)).toThrow(RangeError);
  });

  it.each(["../seal.dsse.json", "/etc/passwd", "a/../../b", "a\\b", "C:x", "a//b", "__proto__/x"])(
    "refuses the name %s",
    (name) => {
      expect(() => openPack(zipSync({ [name]: strToU8("x") }))).toThrow("not a path inside the pack");
    },
  );

  it("refuses a duplicate name", () => {
    const zip = Buffer.from(zipSync({ "a.txt": strToU8("1"), "b.txt": strToU8("2") }));
    for (let at = zip.indexOf("b.txt"); at >= 0; at = zip.indexOf("b.txt")) zip.write("a.txt", at);
    expect(() => openPack(zip)).toThrow("twice");
  });
});
