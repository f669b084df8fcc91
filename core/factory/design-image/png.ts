import { Unzlib } from "fflate";
import { unfilter } from "./png-filter.ts";

/** The most bytes that are unpacked: 8,000 × 8,000 pixels of four bytes. */
const MAX_UNPACKED = 260_000_000;
/** Bytes unpacked at once. Packed data can stand for a thousand times as many. */
const SLICE = 4096;

/** The parts of a PNG file that its pixels follow from (W3C PNG, section 11). */
interface Png {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly type: number;
  readonly interlaced: boolean;
  readonly palette: Uint8Array;
  /** Opacity of the colors of the palette. */
  readonly opacity: Uint8Array;
  readonly data: readonly Uint8Array[];
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Samples the visible pixels of a PNG image as bytes of red, green and blue, at most so many along a side. Null for an
 * image that is incomplete or too large. Throws for data that does not follow the format.
 */
export function pngPixels(bytes: Uint8Array, samples: number): Uint8Array | null {
  const png = parse(bytes);
  const channels = CHANNELS[png.type];
  if (channels === undefined || png.width === 0 || png.height === 0) return null;
  const bits = channels * png.depth;
  if ((png.width * png.height * bits) / 8 > MAX_UNPACKED) return null;
  const step = Math.ceil(Math.max(png.width, png.height) / samples);
  const pixels: number[] = [];
  const reader = lineReader(png, bits, (row, { y, width }) => {
    if (y % step === 0) sample(png, row, width, step, pixels);
  });
  const unpacker = new Unzlib(reader.push);
  for (const data of png.data)
    for (let at = 0; at < data.length && !reader.isDone(); at += SLICE)
      unpacker.push(data.subarray(at, at + SLICE));
  return reader.isDone() ? Uint8Array.from(pixels) : null;
}

/** Cuts unpacked data into lines, without their filters. What is behind the last line is left out. */
function lineReader(png: Png, bits: number, onLine: (row: Uint8Array, line: Line) => void) {
  const lines = linesOf(png, bits);
  let { value: line } = lines.next();
  let row = new Uint8Array((line?.bytes ?? 0) + 1);
  let above = new Uint8Array(row.length);
  let filled = 0;
  const push = (chunk: Uint8Array) => {
    for (let at = 0; at < chunk.length && line; ) {
      const part = chunk.subarray(at, at + row.length - filled);
      row.set(part, filled);
      at += part.length;
      filled += part.length;
      if (filled < row.length) return;
      unfilter(row, above, Math.max(1, bits >> 3));
      onLine(row, line);
      const { pass } = line;
      line = lines.next().value;
      filled = 0;
      above = line?.pass === pass ? row : new Uint8Array((line?.bytes ?? 0) + 1);
      row = new Uint8Array(above.length);
    }
  };
  return { push, isDone: () => !line };
}

function parse(file: Uint8Array): Png {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const chunks: { type: string; data: Uint8Array }[] = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    chunks.push({ type, data: file.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  const find = (name: string) => chunks.find(({ type }) => type === name)?.data ?? new Uint8Array();
  const [depth = 0, type = 0, , , interlace] = find("IHDR").subarray(8);
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    depth,
    type,
    interlaced: interlace === 1,
    palette: find("PLTE"),
    opacity: find("tRNS"),
    data: chunks.filter((chunk) => chunk.type === "IDAT").map(({ data }) => data),
  };
}

/** A line of pixels in the order of the file. */
interface Line {
  readonly pass: number;
  readonly y: number;
  readonly width: number;
  readonly bytes: number;
}

/** Start and distance of the columns and rows of each pass of an interlaced file (Adam7). */
const PASSES = [
  [0, 8, 0, 8],
  [4, 8, 0, 8],
  [0, 4, 4, 8],
  [2, 4, 0, 4],
  [0, 2, 2, 4],
  [1, 2, 0, 2],
  [0, 1, 1, 2],
] as const;

function* linesOf({ width, height, interlaced }: Png, bits: number): Generator<Line, undefined> {
  for (const [pass, [left, across, top, down]] of (interlaced
    ? PASSES
    : ([[0, 1, 0, 1]] as const)
  ).entries()) {
    const columns = Math.ceil((width - left) / across);
    if (columns <= 0) continue;
    const bytes = Math.ceil((columns * bits) / 8);
    for (let y = top, row = 0; y < height; y += down, row++) yield { pass, y: row, width: columns, bytes };
  }
}

/** Adds the visible pixels of a line, one of so many. */
function sample(
  { type, depth, palette, opacity }: Png,
  row: Uint8Array,
  width: number,
  step: number,
  to: number[],
): void {
  const channels = CHANNELS[type] ?? 1;
  const value = (index: number): number => {
    if (depth === 8) return row[1 + index] ?? 0;
    if (depth === 16) return row[1 + index * 2] ?? 0;
    const bit = index * depth;
    const raw = ((row[1 + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
    return type === 3 ? raw : Math.round((raw * 255) / ((1 << depth) - 1));
  };
  for (let x = 0; x < width; x += step) {
    const at = x * channels;
    const first = value(at);
    const alpha = type === 3 ? (opacity[first] ?? 255) : channels % 2 === 0 ? value(at + channels - 1) : 255;
    if (alpha < 128) continue;
    if (type === 3) to.push(...[0, 1, 2].map((channel) => palette[first * 3 + channel] ?? 0));
    else to.push(first, channels < 3 ? first : value(at + 1), channels < 3 ? first : value(at + 2));
  }
}
