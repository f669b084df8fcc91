import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { Objects } from "#core/kernel/artifacts.ts";
import { readObject } from "./read-object.ts";

export interface ObjectsOptions {
  readonly client: S3Client;
  /** Client that signs URLs; see {@link createPresigner}. */
  readonly presigner: S3Client;
  readonly bucket: string;
}

/** Objects in an S3 bucket. Bodies are read and written in one piece; the largest are dependency layers. */
export function createObjects({ client, presigner, bucket }: ObjectsOptions): Objects {
  return {
    async put(key, bytes, contentType = "application/octet-stream") {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: typeof bytes === "string" ? Buffer.from(bytes) : bytes,
          ContentType: contentType,
          ChecksumAlgorithm: "SHA256",
        }),
      );
    },
    get: (key, maxBytes) => readObject(client, bucket, key, maxBytes),
    async exists(key) {
      try {
        const { ContentLength = 0, ChecksumSHA256 } = await client.send(
          new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: "ENABLED" }),
        );
        return {
          size: ContentLength,
          sha256: ChecksumSHA256 && Buffer.from(ChecksumSHA256, "base64").toString("hex"),
        };
      } catch (error) {
        if (error instanceof NotFound || error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    presignGet: (key, seconds) =>
      getSignedUrl(presigner, new GetObjectCommand({ Bucket: bucket, Key: key }), { expiresIn: seconds }),
    presignPut: (key, seconds) =>
      getSignedUrl(presigner, new PutObjectCommand({ Bucket: bucket, Key: key }), { expiresIn: seconds }),
  };
}
