import { describe, expect, it } from "@jest/globals";
import { createCrc32, createCrc32c, createCrc64Nvme } from "#local-cloud/s3/crc.ts";
import { fc } from "#test/support/property.ts";

describe("a cyclic redundancy check", () => {
  it.each([
    ["CRC32", createCrc32, "cbf43926"],
    ["CRC32C", createCrc32c, "e3069283"],
    ["CRC64NVME", createCrc64Nvme, "ae8b14860a799888"],
  ])("%s returns the catalogue's check value, however the bytes are divided", (_, create, expected) => {
    const bytes = Buffer.from("123456789");
    fc.assert(
      fc.property(fc.nat({ max: bytes.length }), (cut) => {
        const hasher = create();
        hasher.update(bytes.subarray(0, cut));
        hasher.update(bytes.subarray(cut));
        return hasher.digest().toString("hex") === expected;
      }),
    );
    expect(
      create()
        .digest()
        .every((byte) => byte === 0),
    ).toBe(true);
  });
});
