import { imageSize } from "image-size";
import { type ImageType, isWhole } from "#core/factory/conversation/image-end.ts";
import type { DesignImage } from "#core/factory/conversation/signals.ts";
import { fromBase64 } from "#core/kernel/base64.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS } from "#core/model/image-limits.ts";

const MEDIA = { png: "image/png", jpg: "image/jpeg", gif: "image/gif", webp: "image/webp" } as const;

/** A design image in a request. */
export interface ReceivedImage {
  readonly bytes: Uint8Array;
  readonly image: DesignImage;
}

/** Parses the design image in `image_base64`, of at most 3.75 MB. Throws InvalidInput. */
export function readImage(base64: string, filename: string | undefined): ReceivedImage {
  const bytes = decode(base64);
  if (bytes.length > MAX_IMAGE_BYTES)
    refuse(`has ${bytes.length} bytes; at most ${MAX_IMAGE_BYTES} are allowed. Upload a larger image`);
  return parseImage(bytes, filename, "image_base64");
}

/** Parses a whole PNG, JPEG, GIF or WebP image of at most 8,000 pixels a side. Throws InvalidInput, which names `field`. */
export function parseImage(
  bytes: Uint8Array,
  filename: string | undefined,
  field: ImageField,
): ReceivedImage {
  const { width, height, type } = measure(bytes, field);
  const media_type = MEDIA[type as keyof typeof MEDIA];
  if (!media_type) refuse("must be a PNG, JPEG, GIF or WebP image", field);
  if (!width || !height || width > MAX_IMAGE_PIXELS || height > MAX_IMAGE_PIXELS)
    refuse(`must be at most ${MAX_IMAGE_PIXELS} pixels wide and high`, field);
  if (!isWhole(bytes, type as ImageType)) refuse("is truncated; send the whole image", field);
  return {
    bytes,
    image: { sha256: sha256Hex(bytes), media_type, filename: safeName(filename, type as string) },
  };
}

/** Where an image was given: a member of a request, or an option of the command. */
type ImageField = "image_base64" | "image_sha256" | "--image";

function decode(base64: string): Uint8Array {
  const plain = base64.replace(/^data:[a-z/+.-]+;base64,/i, "");
  const digits = plain.replace(/={1,2}$/, "");
  // Searches for an invalid character, because matching megabytes of valid ones can exhaust the stack.
  if (digits.length === 0 || plain.length % 4 !== 0 || /[^A-Za-z0-9+/]/.test(digits))
    refuse("must be base64");
  return fromBase64(plain);
}

function measure(bytes: Uint8Array, field: ImageField): { width?: number; height?: number; type?: string } {
  try {
    return imageSize(bytes);
  } catch {
    return refuse("must be a PNG, JPEG, GIF or WebP image", field);
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

function refuse(sentence: string, field: ImageField = "image_base64"): never {
  throw new GantryError("InvalidInput", `${field} ${sentence}.`, { field });
}
