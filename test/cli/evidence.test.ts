import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { gantry, problem, type Script, scriptedApi } from "#test/cli/scripted-api.ts";
import { editLines, MISSION, makeKey, sealedPack } from "#test/support/evidence.ts";

const key = makeKey();
const other = makeKey();
const zip = await sealedPack(key);

let folder = "";
let api: Awaited<ReturnType<typeof scriptedApi>>;
let pem = key.pem;
const OTHER = "m_0000000020000000000000000";

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gantry-cli-"));
  pem = key.pem;
  const script: Script = {
    [`GET /gantry/missions/${MISSION}/evidence`]: { bytes: zip },
    "GET /gantry/evidence-key": () => ({ text: pem }),
    [`GET /gantry/missions/${OTHER}/evidence`]: problem(
      404,
      "NotFound",
      "The evidence is sealed when the mission ends.",
      "id",
    ),
  };
  api = await scriptedApi(script);
});

afterEach(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...argv: string[]) => gantry(argv, { env: { GANTRY_URL: api.url, GANTRY_HOME: folder } });
const path = (name: string) => join(folder, name);
const write = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(path(name), bytes);
  return path(name);
};

describe("gantry evidence", () => {
  it("writes the pack and pins the first key that it receives", async () => {
    const { exit, stdout } = await run("evidence", MISSION, "-o", path("pack.zip"));
    expect(exit).toBe(0);
    expect(Buffer.from(zip).equals(readFileSync(path("pack.zip")))).toBe(true);
    expect(readFileSync(path("evidence.pub"), "utf8")).toBe(key.pem);
    expect(stdout).toContain("The evidence key is now pinned");
  });

  it("prints nothing about a key that equals the pinned one", async () => {
    write("evidence.pub", `${key.pem}\n`);
    const { exit, stdout, stderr } = await run("evidence", MISSION, "-o", path("pack.zip"));
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(stdout).not.toContain("now pinned");
  });

  it("warns about a key other than the pinned one, and keeps the pinned one", async () => {
    write("evidence.pub", key.pem);
    pem = other.pem;
    const { exit, stderr } = await run("evidence", MISSION, "-o", path("pack.zip"));
    expect(exit).toBe(1);
    expect(stderr.match(/^WARNING: /gm)).toHaveLength(3);
    expect(readFileSync(path("evidence.pub"), "utf8")).toBe(key.pem);
  });

  describe("for a large pack", () => {
    const signed = "/packs/a.zip?X-Amz-Signature=canary";
    const fetchFrom = async (store: string) => {
      const service = await scriptedApi({
        [`GET /gantry/missions/${MISSION}/evidence`]: {
          status: 303,
          headers: { location: store + signed },
          text: "",
        },
        "GET /gantry/evidence-key": { text: pem },
      });
      const env = { GANTRY_URL: service.url, GANTRY_HOME: folder };
      const ran = await gantry(["evidence", MISSION, "-o", path("pack.zip")], { env });
      await service.close();
      return ran;
    };

    it("follows the redirect to storage without sending the session", async () => {
      const store = await scriptedApi({ "GET /packs/a.zip": { bytes: zip } });
      expect((await fetchFrom(store.url)).exit).toBe(0);
      await store.close();
      expect(Buffer.from(zip).equals(readFileSync(path("pack.zip")))).toBe(true);
      expect(store.asked.map((asked) => asked.path)).toEqual([signed]);
      expect(store.asked[0]?.headers).not.toHaveProperty("authorization");
    });

    it("reports a failed download without the presigned address", async () => {
      const store = await scriptedApi({ "GET /packs/a.zip": { status: 403, text: "<Error/>" } });
      const refused = await fetchFrom(store.url);
      await store.close();
      const silent = await fetchFrom(store.url);
      const { host } = new URL(store.url);
      expect(refused.stderr).toBe(
        `gantry: The download address ${host}, given by the service, returned status 403. Try again.\n`,
      );
      expect(silent.stderr).toBe(
        `gantry: The download address ${host}, given by the service, did not respond.\n`,
      );
      expect([refused.exit, silent.exit, existsSync(path("pack.zip"))]).toEqual([1, 1, false]);
    });
  });

  it("pins nothing that is not a P-256 public key", async () => {
    pem = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n";
    const { exit, stderr } = await run("evidence", MISSION, "-o", path("pack.zip"));
    expect(exit).toBe(1);
    expect(stderr).toContain("did not return a P-256 public key");
    expect(existsSync(path("evidence.pub"))).toBe(false);
  });

  it("writes nothing while the mission has no evidence", async () => {
    const { exit, stderr } = await run("evidence", OTHER, "-o", path("pack.zip"));
    expect(exit).toBe(1);
    expect(stderr).toContain("sealed when the mission ends");
    expect(existsSync(path("pack.zip"))).toBe(false);
  });

  it("prints with --json what it wrote", async () => {
    const { stdout } = await run("evidence", MISSION, "-o", path("pack.zip"), "--json");
    expect(JSON.parse(stdout)).toMatchObject({ file: path("pack.zip"), bytes: zip.length, key: "pinned" });
  });
});

describe("gantry verify", () => {
  const attacked = editLines(zip, (lines) => lines.toSpliced(3, 1));

  it("prints VALID and exits with 0 under the pinned key, and under a given one", async () => {
    const pack = write("pack.zip", zip);
    const given = await run("verify", pack, "--mission", MISSION, "--key", write("key.pub", key.pem));
    write("evidence.pub", key.pem);
    for (const { exit, stdout } of [given, await run("verify", pack, "--mission", MISSION)]) {
      expect(exit).toBe(0);
      expect(stdout.split("\n")[0]).toBe("VALID");
    }
    expect(api.asked).toEqual([]);
  });

  it("prints INVALID with the reason and exits with 1", async () => {
    write("evidence.pub", key.pem);
    const { exit, stdout } = await run("verify", write("pack.zip", attacked), "--mission", MISSION);
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^INVALID\nFILE_CHANGED {2}events\.jsonl .*breaks at sequence 4/);
    const swapped = await run("verify", write("pack.zip", zip), "--mission", "m_2");
    expect(swapped.exit).toBe(1);
    expect(swapped.stdout).toMatch(/^INVALID\nOTHER_MISSION /);
  });

  it("prints INCONCLUSIVE and exits with 2 without a trusted key, and for an empty pack", async () => {
    const unpinned = await run("verify", write("pack.zip", zip), "--mission", MISSION);
    expect(unpinned.exit).toBe(2);
    expect(unpinned.stdout).toMatch(/^INCONCLUSIVE\nKEY_NOT_PINNED /);
    const empty = await run("verify", write("empty.zip", ""), "--mission", MISSION);
    expect(empty.exit).toBe(2);
    expect(empty.stdout).toMatch(/^INCONCLUSIVE\nPACK_EMPTY /);
  });

  it("accepts no other key in place of the trusted one", async () => {
    const pack = write("pack.zip", zip);
    const foreign = await run("verify", pack, "--mission", MISSION, "--key", write("key.pub", other.pem));
    expect(foreign.stdout).toMatch(/^INVALID\nSIGNATURE_WRONG /);
    const none = await run("verify", pack, "--mission", MISSION, "--key", write("key.pub", "hello"));
    expect(none).toMatchObject({ exit: 64, stdout: "" });
    expect(none.stderr).toContain("is not a P-256 public key");
  });

  it("names files that are not under the seal", async () => {
    write("evidence.pub", key.pem);
    const { repack } = await import("#test/support/evidence.ts");
    const more = repack(zip, (files) => Object.assign(files, { "README.md": new Uint8Array([65]) }));
    const { exit, stdout } = await run("verify", write("pack.zip", more), "--mission", MISSION);
    expect(exit).toBe(0);
    expect(stdout).toContain("Not under the seal, ignored: README.md");
  });

  it("prints how many signals are without their data", async () => {
    write("evidence.pub", key.pem);
    const { repack } = await import("#test/support/evidence.ts");
    const kept = repack(zip, (files) => delete files["disclosures.jsonl"]);
    const withheld = await run("verify", write("pack.zip", kept), "--mission", MISSION);
    expect(withheld.stdout).toMatch(/^VALID\n(.*\n)*Without their data: 1 signal\n/);
    const whole = await run("verify", write("pack.zip", zip), "--mission", MISSION);
    expect(whole.stdout).not.toContain("Without their data");
  });

  it("prints the verdict with its reasons as JSON", async () => {
    write("evidence.pub", key.pem);
    const { exit, stdout } = await run("verify", write("p.zip", attacked), "--mission", MISSION, "--json");
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "INVALID", reasons: [{ code: "FILE_CHANGED" }] });
  });
});
