import { parseDrawing } from "../model/drawing.js";

/** A larger file is no drawing: it would not be kept in a browser either. */
const MOST_BYTES = 10_000_000;

/** A drawing as the text of a file, from which it can be opened again. */
export const toText = (lines) => `${JSON.stringify({ version: 1, lines })}\n`;

/** Reads the lines of such a file; null if it has none. */
export async function readDrawing(file) {
  if (file.size > MOST_BYTES) return null;
  try {
    const { version, lines } = JSON.parse(await file.text());
    const read = version === 1 ? parseDrawing(lines) : [];
    return read.length > 0 ? read : null;
  } catch {
    return null;
  }
}
