import { MAX_IMAGE_PIXELS } from "#core/model/image-limits.ts";
import type { Huffman } from "./jpeg-bits.ts";

/** The mean colours of the blocks of 8 × 8 pixels of a channel, which are enough to find the colours of an image. */
export interface Component {
  readonly id: number;
  /** Blocks of a unit, across and down. */
  readonly across: number;
  readonly down: number;
  /** Number of its quantisation table. */
  readonly table: number;
  /** Blocks of a line and of a column, filled up to whole units. */
  readonly columns: number;
  readonly rows: number;
  /** Before multiplication with the factor of the quantisation table. */
  readonly means: Int16Array;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly progressive: boolean;
  /** Blocks of a unit, across and down. */
  readonly across: number;
  readonly down: number;
  readonly components: readonly Component[];
}

/** The tables that the segments before a scan define. */
export interface Tables {
  /** By class (16 for those of the other coefficients) and number. */
  readonly huffman: Map<number, Huffman>;
  /** The first factor of each quantisation table, which is that of the means. */
  readonly factors: Map<number, number>;
  /** Units between restart markers; 0 without them. */
  restart: number;
}

export const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** Reads the segment SOF (ITU T.81, B.2.2). */
export function readFrame(data: Uint8Array, progressive: boolean): Frame {
  const [height, width] = [word(data, 1), word(data, 3)];
  const parts = Array.from({ length: data[5] ?? 0 }, (_, index) => {
    const [id = 0, factors = 0, table = 0] = data.subarray(6 + index * 3, 9 + index * 3);
    return { id, across: factors >> 4, down: factors & 15, table };
  });
  // Others are no images of the design, and would need much memory.
  if (parts.length > 4 || Math.max(width, height) > MAX_IMAGE_PIXELS)
    throw new RangeError("an unusual image");
  const across = Math.max(...parts.map((part) => part.across));
  const down = Math.max(...parts.map((part) => part.down));
  if (parts.some((part) => part.across < 1 || part.across > 4 || part.down < 1 || part.down > 4))
    throw new RangeError("impossible sampling factors");
  const components = parts.map((part) => {
    const columns = Math.ceil(width / (8 * across)) * part.across;
    const rows = Math.ceil(height / (8 * down)) * part.down;
    return { ...part, columns, rows, means: new Int16Array(columns * rows) };
  });
  return { width, height, progressive, across, down, components };
}

/** Reads the segments DQT, DHT and DRI into the tables. */
export function readTables(marker: number, data: Uint8Array, tables: Tables): void {
  if (marker === 0xdd) tables.restart = word(data, 0);
  for (let at = 0; marker === 0xdb && at < data.length; ) {
    const [long, id] = [(data[at] ?? 0) >> 4, (data[at] ?? 0) & 15];
    tables.factors.set(id, long ? word(data, at + 1) : (data[at + 1] ?? 0));
    at += 1 + (long ? 128 : 64);
  }
  for (let at = 0; marker === 0xc4 && at < data.length; ) {
    const counts = data.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    tables.huffman.set(data[at] ?? 0, { counts, values: data.subarray(at + 17, at + 17 + total) });
    at += 17 + total;
  }
}
