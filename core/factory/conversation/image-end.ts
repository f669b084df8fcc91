/** Image formats of designs. */
export type ImageType = "png" | "jpg" | "gif" | "webp";

/** Whether an image is complete, because a model would plan from a truncated one without an error. */
export function isWhole(bytes: Uint8Array, type: ImageType): boolean {
  return END[type](bytes);
}

const END: Readonly<Record<ImageType, (bytes: Uint8Array) => boolean>> = {
  png: hasPngEnd,
  jpg: hasJpegEnd,
  gif: hasGifTrailer,
  webp: hasRiffLength,
};

/** PNG: consists of chunks (length, type, data, checksum), of which the last is IEND. */
function hasPngEnd(bytes: Uint8Array): boolean {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + viewOf(bytes).getUint32(at)) {
    if (text(bytes, at + 4, 4) === "IEND") return true;
  }
  return false;
}

/** JPEG: has an end marker after the start of the first scan. An earlier one ends a thumbnail; scans escape FF. */
function hasJpegEnd(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda)
    at += bytes[at + 1] === 0xff ? 1 : 2 + viewOf(bytes).getUint16(at + 2);
  if (bytes[at] !== 0xff || bytes[at + 1] !== 0xda) return false;
  return bytes.some((byte, index) => index > at && byte === 0xff && bytes[index + 1] === 0xd9);
}

/** GIF: ends with the trailer, which some programs pad with zeros. */
function hasGifTrailer(bytes: Uint8Array): boolean {
  return bytes.findLast((byte) => byte !== 0) === 0x3b;
}

/** WebP: has at least as many bytes as the RIFF header states. */
function hasRiffLength(bytes: Uint8Array): boolean {
  return bytes.length >= 8 + viewOf(bytes).getUint32(4, true);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function text(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
