import { describe, expect, it } from "@jest/globals";
import { fromBase64, toBase64 } from "#core/kernel/base64.ts";
import { fc } from "#test/support/property.ts";

describe("base64", () => {
  it("is what other programs write and read, for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = Buffer.from(bytes).toString("base64");
        expect(toBase64(bytes)).toBe(text);
        expect(fromBase64(text)).toEqual(bytes);
      }),
    );
  });

  it.each([8191, 8192, 8193, 200_000])("is the same for %d bytes at once", (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => index % 251);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
  });

  it("is not read from what is none", () => {
    expect(() => fromBase64("a*b=")).toThrow(expect.objectContaining({ name: "InvalidCharacterError" }));
  });
});
