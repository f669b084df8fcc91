import { describe, expect, it } from "@jest/globals";
import { sha256Hex } from "#core/kernel/hash.ts";

describe("sha256Hex", () => {
  it("returns the FIPS 180-4 digest of 'abc'", () => {
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("gives a text the digest of its UTF-8, with zeros before small bytes", () => {
    expect(sha256Hex("é")).toBe(sha256Hex(new Uint8Array([0xc3, 0xa9])));
    expect(sha256Hex(new Uint8Array())).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });
});
