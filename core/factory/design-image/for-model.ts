import { MAX_IMAGE_BYTES } from "#core/model/image-limits.ts";

/** The image if models accept its size, otherwise null: it is not sent, but still a part of the app. */
export function forModel<T extends { readonly bytes: Uint8Array }>(image: T | null): T | null {
  return image && image.bytes.length <= MAX_IMAGE_BYTES ? image : null;
}
