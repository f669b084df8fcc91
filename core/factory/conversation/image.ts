import { imageSize } from "image-size";
import type { DesignImage } from "#core/factory/conversation/conversation.ts";
import { type ImageType, isWhole } from "#core/factory/conversation/image-end.ts";
import { fromBase64 } from "#core/kernel/base64.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS } from "#core/model/image-limits.ts";

const MEDIA = { png: "image/png", jpg: "image/jpeg", gif: "image/gif", webp: "image/webp" } as const;

/** Parses a design image within the limits of models: PNG, JPEG, GIF or WebP, 3.75 MB, 8,000 pixels a side. */
export function readImage(
  base64: string,
  filename: string | undefined,
): { bytes: Uint8Array; image: DesignImage } {
  const bytes = decode(base64);
  if (bytes.length > MAX_IMAGE_BYTES)
    refuse(`has ${bytes.length} bytes; at most ${MAX_IMAGE_BYTES} are allowed`);
  const { width, height, type } = measure(bytes);
  const media_type = MEDIA[type as keyof typeof MEDIA];
  if (!media_type) refuse("must be a PNG, JPEG, GIF or WebP image");
  if (!width || !height || width > MAX_IMAGE_PIXELS || height > MAX_IMAGE_PIXELS)
    refuse(`must be at most ${MAX_IMAGE_PIXELS} pixels wide and high`);
  if (!isWhole(bytes, type as ImageType)) refuse("is truncated; send the whole image");
  return {
    bytes,
    image: { sha256: sha256Hex(bytes), media_type, filename: safeName(filename, type as string) },
  };
}

function decode(base64: string): Uint8Array {
  const plain = base64.replace(/^data:[a-z/+.-]+;base64,/i, "");
  const digits = plain.replace(/={1,2}$/, "");
  // Searches for an invalid character, because matching megabytes of valid ones can exhaust the stack.
  if (digits.length === 0 || plain.length % 4 !== 0 || /[^A-Za-z0-9+/]/.test(digits))
    refuse("must be base64");
  return fromBase64(plain);
}

function measure(bytes: Uint8Array): { width?: number; height?: number; type?: string } {
  try {
    return imageSize(bytes);
  } catch {
    return refuse("must be a PNG, JPEG, GIF or WebP image");
  }
}

/** A file name for display; it is never used as a path. */
function safeName(filename: string | undefined, type: string): string {
  const base =
    (filename ?? "")
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/[^A-Za-z0-9._ -]/g, "") ?? "";
  return base.slice(0, 80) || `design.${type}`;
}

function refuse(sentence: string): never {
  throw new GantryError("InvalidInput", `image_base64 ${sentence}.`, { field: "image_base64" });
}
