import { Readable } from "node:stream";
import { GetObjectCommand, NoSuchKey, type S3Client } from "@aws-sdk/client-s3";
import { GantryError } from "#core/kernel/errors.ts";

/** An object's bytes; undefined when it does not exist. Throws TooLarge above `maxBytes`, before reading any bytes. */
export async function readObject(
  client: S3Client,
  bucket: string,
  key: string,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  try {
    const { Body, ContentLength = 0 } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (ContentLength <= maxBytes) return await Body?.transformToByteArray();
    // An unread body would never release its connection.
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
