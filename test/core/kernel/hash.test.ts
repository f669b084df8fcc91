import { describe, expect, it } from "@jest/globals";
import { sha256Hex } from "#core/kernel/hash.ts";

describe("sha256Hex", () => {
  it("returns the FIPS 180-4 digest of 'abc'", () => {
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
