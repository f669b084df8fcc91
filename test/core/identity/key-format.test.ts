import { randomBytes } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { keyIdOf, writeKey } from "#core/identity/key-format.ts";
import { fc } from "#test/support/property.ts";

const id = fc.stringMatching(/^[0-9a-z]{8}$/);
const secret = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString("hex"));

describe("a key", () => {
  it("is written in one form with its id, and is different for each secret", () => {
    fc.assert(
      fc.property(id, secret, secret, (id, one, other) => {
        const key = writeKey(id, one);
        expect(key).toMatch(/^gk_live_[0-9a-z]{8}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$/);
        expect(keyIdOf(key)).toBe(id);
        expect(writeKey(id, other) === key).toBe(one === other);
      }),
    );
  });

  it("is invalid with any one character changed, left out or added", () => {
    const key = writeKey("0a1b2c3d", randomBytes(32).toString("hex"));
    const character = fc.constantFrom(..."0aZ_-. \n");
    fc.assert(
      fc.property(fc.nat({ max: key.length - 1 }), character, (at, other) => {
        const changed = key.slice(0, at) + other + key.slice(at + 1);
        if (changed !== key) expect(keyIdOf(changed)).toBeUndefined();
        expect(keyIdOf(key.slice(0, at) + key.slice(at + 1))).toBeUndefined();
        expect(keyIdOf(key.slice(0, at) + other + key.slice(at))).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps this form permanently", () => {
    expect(writeKey("abcdefgh", `${"00".repeat(31)}ff`)).toBe(
      "gk_live_abcdefgh_0000000000000000000000000000000000000000047_269J3g",
    );
  });
});
