import { crc32, deflateSync } from "node:zlib";

export type Rgb = readonly [number, number, number];

/** The colour of a pixel. */
export type Painter = (x: number, y: number) => Rgb;

/** A PNG image of eight bits a channel, with one filter for all lines. */
export function pngOf(width: number, height: number, paint: Painter, filter = 0): Uint8Array {
  const raw = Buffer.alloc(height * (1 + width * 3));
  const plain = Buffer.alloc(raw.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) plain.set(paint(x, y), y * (1 + width * 3) + 1 + x * 3);
  for (let y = 0; y < height; y++) {
    const start = y * (1 + width * 3);
    raw[start] = filter;
    for (let at = 1; at <= width * 3; at++) {
      const left = at > 3 ? plain[start + at - 3]! : 0;
      const up = y > 0 ? plain[start - (1 + width * 3) + at]! : 0;
      const corner = at > 3 && y > 0 ? plain[start - (1 + width * 3) + at - 3]! : 0;
      const guess = left + up - corner;
      const nearest = [left, up, corner].toSorted((a, b) => Math.abs(guess - a) - Math.abs(guess - b))[0]!;
      raw[start + at] = plain[start + at]! - [0, left, up, (left + up) >> 1, nearest][filter]!;
    }
  }
  return pngFile(width, height, 2, deflateSync(raw));
}

/** A PNG file with this packed data. */
export function pngFile(width: number, height: number, type: number, data: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, type], 8);
  const chunk = (name: string, content: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    const named = Buffer.concat([Buffer.from(name), content]);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, checksum]);
  };
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return new Uint8Array(
    Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]),
  );
}

/** A JPEG image in which each block of 8 × 8 pixels has one colour. */
export function jpegOf(columns: number, rows: number, paint: Painter, progressive = false): Uint8Array {
  const bits: number[] = [];
  const write = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
  };
  const last = [0, 0, 0];
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++)
      ycc(paint(x, y)).forEach((value, channel) => {
        const difference = value - last[channel]!;
        last[channel] = value;
        const length = difference === 0 ? 0 : 32 - Math.clz32(Math.abs(difference));
        write(length, 4);
        write(difference > 0 ? difference : difference + (1 << length) - 1, length);
        if (!progressive) write(0, 1);
      });
  while (bits.length % 8 !== 0) bits.push(1);
  const bytes: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    const byte = Number.parseInt(bits.slice(at, at + 8).join(""), 2);
    bytes.push(byte, ...(byte === 0xff ? [0] : []));
  }
  const segment = (marker: number, ...data: number[]) => [0xff, marker, 0, data.length + 2, ...data];
  const size = [(rows * 8) >> 8, (rows * 8) & 255, (columns * 8) >> 8, (columns * 8) & 255];
  const lengths = (at: number, count: number) =>
    Array.from({ length: 16 }, (_, index) => (index === at ? count : 0));
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xdb, 0, ...Array.from({ length: 64 }, () => 8)),
    ...segment(progressive ? 0xc2 : 0xc0, 8, ...size, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0),
    ...segment(0xc4, 0, ...lengths(3, 12), ...Array.from({ length: 12 }, (_, value) => value)),
    ...segment(0xc4, 16, ...lengths(0, 1), 0),
    ...segment(0xda, 3, 1, 0, 2, 0, 3, 0, 0, progressive ? 0 : 63, 0),
    ...bytes,
    ...[0xff, 0xd9],
  ]);
}

function ycc([red, green, blue]: Rgb): number[] {
  return [
    0.299 * red + 0.587 * green + 0.114 * blue - 128,
    -0.168736 * red - 0.331264 * green + 0.5 * blue,
    0.5 * red - 0.418688 * green - 0.081312 * blue,
  ].map(Math.round);
}
