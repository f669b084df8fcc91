import { type Huffman, JpegBits } from "./jpeg-bits.ts";
import type { Component, Frame, Tables } from "./jpeg-frame.ts";

/** A channel of a scan with its tables. */
interface Scanned {
  readonly component: Component;
  readonly dc: Huffman;
  readonly ac: Huffman | undefined;
}

/** Reads the means of the blocks of a scan, whose data begins at `at`. Scans that only refine them are left out. */
export function readScan(
  bytes: Uint8Array,
  at: number,
  header: Uint8Array,
  frame: Frame,
  { huffman, restart }: Tables,
): void {
  const count = header[0] ?? 0;
  const [start = 0, , approximation = 0] = header.subarray(1 + count * 2);
  if (start > 0 || approximation >> 4 > 0) return;
  const scanned = Array.from({ length: count }, (_, index): Scanned => {
    const [id, tables = 0] = header.subarray(1 + index * 2, 3 + index * 2);
    const component = frame.components.find((each) => each.id === id);
    const dc = huffman.get(tables >> 4);
    const ac = frame.progressive ? undefined : huffman.get(16 + (tables & 15));
    if (!component || !dc || (!ac && !frame.progressive)) throw new RangeError("a scan without its tables");
    return { component, dc, ac };
  });
  const bits = new JpegBits(bytes, at);
  const last = new Map<Component, number>();
  let unit = 0;
  for (const blocks of unitsOf(scanned, frame)) {
    if (restart > 0 && unit > 0 && unit % restart === 0) {
      bits.restart();
      last.clear();
    }
    unit++;
    for (const { part, index } of blocks) {
      const mean = (last.get(part.component) ?? 0) + bits.receive(bits.decode(part.dc));
      last.set(part.component, mean);
      part.component.means[index] = mean << (approximation & 15);
      if (part.ac) skipDetails(bits, part.ac);
    }
  }
}

interface Block {
  readonly part: Scanned;
  readonly index: number;
}

/** The blocks of each unit in the order of the data: a single one if the scan has one channel (A.2). */
function* unitsOf(scanned: readonly Scanned[], frame: Frame): Generator<Block[]> {
  const [first] = scanned;
  if (first && scanned.length === 1) {
    const { across, down, columns } = first.component;
    const width = Math.ceil(Math.ceil((frame.width * across) / frame.across) / 8);
    const height = Math.ceil(Math.ceil((frame.height * down) / frame.down) / 8);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) yield [{ part: first, index: y * columns + x }];
    return;
  }
  const [columns, rows] = [
    Math.ceil(frame.width / (8 * frame.across)),
    Math.ceil(frame.height / (8 * frame.down)),
  ];
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++)
      yield scanned.flatMap((part) => {
        const { across, down, columns: wide } = part.component;
        return Array.from({ length: across * down }, (_, block) => ({
          part,
          index: (y * down + Math.floor(block / across)) * wide + x * across + (block % across),
        }));
      });
}

/** Reads over the other 63 coefficients of a block. */
function skipDetails(bits: JpegBits, ac: Huffman): void {
  for (let at = 1; at < 64; at++) {
    const code = bits.decode(ac);
    const [zeros, length] = [code >> 4, code & 15];
    if (length === 0 && zeros < 15) return;
    at += zeros;
    bits.receive(length);
  }
}
