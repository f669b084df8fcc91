import { readFile } from "node:fs/promises";
import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { uploadReply } from "#cli/service/replies.ts";
import { upload } from "#cli/service/upload.ts";
import { parseImage, type ReceivedImage } from "#core/factory/conversation/image.ts";
import { MAX_UPLOAD_BYTES } from "#core/factory/conversation/image-upload.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { fileError } from "#core/kernel/file-error.ts";

/** Reads the file of `--image`. Throws UsageError for one that is no design image. */
export async function readDesign(path: string): Promise<ReceivedImage> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--image: ${fileError(path, "read", error)}.`);
  });
  if (bytes.length > MAX_UPLOAD_BYTES)
    throw new UsageError(`--image: ${path} has ${bytes.length} bytes; the limit is ${MAX_UPLOAD_BYTES}.`);
  try {
    return parseImage(bytes, path, "--image");
  } catch (error) {
    throw error instanceof GantryError ? new UsageError(error.message) : error;
  }
}

/** Uploads a design image. Returns the digest by which a request names it. */
export async function uploadDesign({ api }: Context, { bytes, image }: ReceivedImage): Promise<string> {
  const { sha256, media_type } = image;
  const { url, headers } = await api.call(
    "offerUpload",
    { sha256, size: bytes.length, media_type },
    uploadReply,
  );
  await upload(url, headers, new Uint8Array(bytes));
  return sha256;
}
