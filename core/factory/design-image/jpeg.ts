import { type Frame, readFrame, readTables, type Tables, word } from "./jpeg-frame.ts";
import { readScan } from "./jpeg-scan.ts";

/** Baseline, extended and progressive images with Huffman codes. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);

/**
 * Samples the pixels of a JPEG image (ITU T.81) as bytes of red, green and blue, at most so many along a side. Null for
 * images that are coded otherwise or in four colours. Throws for data that does not follow the format.
 */
export function jpegPixels(bytes: Uint8Array, samples: number): Uint8Array | null {
  const tables: Tables = { huffman: new Map(), factors: new Map(), restart: 0 };
  let frame: Frame | null = null;
  let isRgb = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    // The data of a scan is behind its segment; in it, FF is followed by 00 or the number of a restart.
    if (bytes[at] !== 0xff || marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) {
      at++;
      continue;
    }
    if (marker === 0xd9) break;
    const data = bytes.subarray(at + 4, at + 2 + word(bytes, at + 2));
    at += 2 + word(bytes, at + 2);
    if (FRAMES.has(marker)) frame ??= readFrame(data, marker === 0xc2);
    else if (marker === 0xda && frame) readScan(bytes, at, data, frame, tables);
    else readTables(marker, data, tables);
    if (marker === 0xee && String.fromCharCode(...data.subarray(0, 5)) === "Adobe") isRgb = data[11] === 0;
  }
  return frame && sampled(frame, tables, isRgb, samples);
}

function sampled(frame: Frame, tables: Tables, isRgb: boolean, samples: number): Uint8Array | null {
  const { components, width, height } = frame;
  if (components.length !== 1 && components.length !== 3) return null;
  const [columns, rows] = [Math.ceil(width / 8), Math.ceil(height / 8)];
  const step = Math.ceil(Math.max(columns, rows) / samples);
  const pixels: number[] = [];
  for (let y = 0; y < rows; y += step)
    for (let x = 0; x < columns; x += step) {
      const values = components.map((each) => {
        const column = Math.floor((x * each.across) / frame.across);
        const row = Math.floor((y * each.down) / frame.down);
        return (
          ((each.means[row * each.columns + column] ?? 0) * (tables.factors.get(each.table) ?? 1)) / 8 + 128
        );
      });
      pixels.push(...(isRgb ? values : rgbOf(values)));
    }
  return new Uint8Array(Uint8ClampedArray.from(pixels));
}

/** Red, green and blue of brightness and the two differences of colour (JFIF). */
function rgbOf([luma = 0, blue = 128, red = 128]: readonly number[]): number[] {
  return [
    luma + 1.402 * (red - 128),
    luma - 0.344136 * (blue - 128) - 0.714136 * (red - 128),
    luma + 1.772 * (blue - 128),
  ];
}
