import { describe, expect, it } from "@jest/globals";
import { createFrameMeter } from "#local-cloud/apigateway/frame-meter.ts";
import { fc } from "#test/support/property.ts";

/** A masked client frame with that many bytes of payload, by hand (RFC 6455 section 5.2). */
function frame(size: number): Buffer {
  const extended = Buffer.alloc(size < 126 ? 0 : size < 65536 ? 2 : 8);
  if (extended.length === 2) extended.writeUInt16BE(size);
  if (extended.length === 8) extended.writeBigUInt64BE(BigInt(size));
  const short = extended.length === 0 ? size : extended.length === 2 ? 126 : 127;
  return Buffer.concat([
    Buffer.from([0x81, 0x80 | short]),
    extended,
    Buffer.alloc(4, 0xff),
    Buffer.alloc(size, 0xff),
  ]);
}

/** Feeds the bytes in pieces of the given size; true when some piece showed a frame above the limit. */
const fed = (bytes: Buffer, limit: number, piece: number): boolean => {
  const meter = createFrameMeter(limit);
  for (let at = 0; at < bytes.length; at += piece) if (meter(bytes.subarray(at, at + piece))) return true;
  return false;
};

describe("createFrameMeter", () => {
  it.each([0, 125, 126, 65_535, 65_536])("measures a frame of %d bytes exactly", (size) => {
    expect(fed(frame(size), size, 1000)).toBe(false);
    if (size > 0) expect(fed(frame(size), size - 1, 1000)).toBe(true);
  });

  it("reports whether any frame exceeds the limit, however the bytes arrive", () => {
    const sizes = fc.array(fc.nat({ max: 300 }), { maxLength: 5 });
    fc.assert(
      fc.property(sizes, fc.nat({ max: 300 }), fc.integer({ min: 1, max: 50 }), (payloads, limit, piece) => {
        const expected = payloads.some((size) => size > limit);
        expect(fed(Buffer.concat(payloads.map(frame)), limit, piece)).toBe(expected);
      }),
    );
  });
});
