import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { canonicalText, siriSignature } from "#core/identity/siri/scheme.ts";
import { fc } from "#test/support/property.ts";
import { signedHeaders } from "#test/support/siri.ts";

const { vector } = JSON.parse(readFileSync("test/cases/siri.json", "utf8"));
const { k1, k2, signature, ...message } = vector;

describe("the scheme gantry-siri-v1", () => {
  it("has the signature of its test vector", () => {
    expect(siriSignature({ k1, k2 }, message)).toBe(signature);
    expect(signedHeaders(vector, vector)["X-Gantry-Signature"]).toBe(`v1=${signature}`);
  });

  it("signs the key id, the time, the nonce and the digest of the text", () => {
    expect(canonicalText(message)).toBe(
      "gantry-siri-v1:sk_test:2026-11-21T07:00:00+00:00:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc:d61fe5a18081dc3e0c7bb90a73be421499aa1c2c6ac31e3a8698d2c913460bc6",
    );
  });

  it("has another signature when any character of any signed field or of a part of the key is changed", () => {
    const fields = ["key_id", "timestamp", "nonce", "text", "k1", "k2"] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        (field, place, other) => {
          const text = vector[field] as string;
          const at = place % text.length;
          fc.pre(text[at] !== other);
          const changed = { ...vector, [field]: `${text.slice(0, at)}${other}${text.slice(at + 1)}` };
          expect(siriSignature(changed, changed)).not.toBe(signature);
        },
      ),
    );
  });
});
