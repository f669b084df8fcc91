import { jpegPixels } from "./jpeg.ts";
import { pngPixels } from "./png.ts";

/** Pixels that are sampled along the longer side of an image. */
const SAMPLES = 128;

/**
 * Samples the visible pixels of a PNG or JPEG image, as bytes of red, green and blue. Null for other formats and for
 * data that does not follow its format, because images come from strangers.
 */
export function imagePixels(bytes: Uint8Array): Uint8Array | null {
  try {
    if (bytes[0] === 0x89) return pngPixels(bytes, SAMPLES);
    return bytes[0] === 0xff ? jpegPixels(bytes, SAMPLES) : null;
  } catch {
    return null;
  }
}
