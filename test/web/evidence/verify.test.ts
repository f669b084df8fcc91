import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { checkSignature } from "#cli/evidence/check-signature.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import { editJson, MISSION, makeKey, repack, sealedPack } from "#test/support/evidence.ts";
import { fc, runs } from "#test/support/property.ts";
import { isSigned } from "#web/evidence/check-signature.ts";
import { verify } from "#web/evidence/verify.ts";

const key = makeKey();
const thief = makeKey();
const honest = await sealedPack(key);
const forged = await sealedPack(thief);
const pair = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
const pem = pair.publicKey.export({ type: "spki", format: "pem" }) as string;
const signed = (message: Uint8Array) => new Uint8Array(sign("sha256", message, pair.privateKey));

describe("the verifier in a browser", () => {
  it.each([
    ["an honest pack", honest, key.pem, "VALID"],
    ["an honest pack without a trusted key", honest, undefined, "INCONCLUSIVE"],
    ["a pack that is sealed by another key", forged, key.pem, "INVALID"],
    [
      "a file that was changed",
      editJson(honest, "plan.json", (plan) => Object.assign(plan, { title: "x" })),
      key.pem,
      "INVALID",
    ],
    [
      "a file that was removed",
      repack(honest, (files) => void delete files["plan.json"]),
      key.pem,
      "INVALID",
    ],
    ["no pack at all", new Uint8Array([1, 2, 3]), key.pem, "INVALID"],
    ["a key that is none", honest, "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "INVALID"],
  ])("comes to the verdict of the command line on %s", async (_, zip, trusted, expected) => {
    const verdict = await verify({ zip, mission: MISSION, key: trusted });
    expect(verdict.verdict).toBe(expected);
    const input = { zip, execution: MISSION, pinned_key: trusted, checkSignature };
    expect(verdict).toEqual(verifyPack(EVIDENCE_KINDS, input));
  });
});

describe("a signature", () => {
  it("is read from DER as other implementations read it, however long its numbers are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), async (message) => {
        expect(await isSigned({ pem, message, signature: signed(message) })).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });

  it("is wrong as soon as one of its bytes is, or one more follows", async () => {
    const message = new Uint8Array([1]);
    const signature = signed(message);
    await fc.assert(
      fc.asyncProperty(fc.nat(signature.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = signature.map((byte, index) => (index === at ? byte ^ by : byte));
        expect(await isSigned({ pem, message, signature: changed })).toBe(false);
      }),
      { numRuns: runs(100) },
    );
    expect(await isSigned({ pem, message, signature: new Uint8Array([...signature, 0]) })).toBe(false);
  });

  it("of another curve is none", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "secp384r1" });
    const message = new Uint8Array([1]);
    const other = publicKey.export({ type: "spki", format: "pem" }) as string;
    expect(await isSigned({ pem: other, message, signature: sign("sha256", message, privateKey) })).toBe(
      false,
    );
  });
});
