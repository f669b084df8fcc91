/** Reads a binary property list (CFBinaryPList.c, version 00) with all sizes of integers, offsets and references. */
export function readBplist(bytes: Buffer): any {
  if (bytes.toString("latin1", 0, 8) !== "bplist00") throw new Error("not a binary property list");
  const trailer = bytes.subarray(-32);
  const [offsetSize, referenceSize] = [trailer.readUInt8(6), trailer.readUInt8(7)];
  const [count, root, table] = [8, 16, 24].map((at) => Number(trailer.readBigUInt64BE(at))) as [
    number,
    number,
    number,
  ];
  const uint = (at: number, size: number) => bytes.readUIntBE(at, size);
  const offsetOf = (index: number) => {
    if (index >= count) throw new Error(`there is no object ${index}`);
    return uint(table + index * offsetSize, offsetSize);
  };
  const object = (index: number): any => {
    const at = offsetOf(index);
    const [kind, low] = [bytes.readUInt8(at) >> 4, bytes.readUInt8(at) & 0x0f];
    if (kind === 0) return low === 9;
    if (kind === 1) return uint(at + 1, 2 ** low);
    const longSize = low === 0x0f ? 2 ** (bytes.readUInt8(at + 1) & 0x0f) : 0;
    const size = low === 0x0f ? uint(at + 2, longSize) : low;
    const start = at + 1 + (longSize === 0 ? 0 : 1 + longSize);
    if (kind === 5) return bytes.toString("latin1", start, start + size);
    if (kind === 6)
      return Buffer.from(bytes.subarray(start, start + 2 * size))
        .swap16()
        .toString("utf16le");
    const referred = (n: number) => object(uint(start + n * referenceSize, referenceSize));
    if (kind === 10) return Array.from({ length: size }, (_, n) => referred(n));
    if (kind === 13)
      return Object.fromEntries(Array.from({ length: size }, (_, n) => [referred(n), referred(size + n)]));
    throw new Error(`there are no objects of type ${kind} here`);
  };
  return object(root);
}
