import { Readable } from "node:stream";
import { GetObjectCommand, NoSuchKey, type S3Client } from "@aws-sdk/client-s3";
import { GantryError } from "#core/kernel/errors.ts";

/** An object's bytes, or undefined when nothing is there. Throws TooLarge over `maxBytes`, before any is read. */
export async function readObject(
  client: S3Client,
  bucket: string,
  key: string,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  try {
    const { Body, ContentLength = 0 } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (ContentLength <= maxBytes) return await Body?.transformToByteArray();
    // A body that is not read would hold its connection for ever.
    if (Body instanceof Readable) Body.destroy();
    throw new GantryError(
      "TooLarge",
      `An object of ${ContentLength} bytes is larger than the ${maxBytes} allowed.`,
    );
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}
