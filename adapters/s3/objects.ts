import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
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
        if (isAbsent(error)) return undefined;
        throw error;
      }
    },
    presignGet: (key, seconds) =>
      getSignedUrl(presigner, new GetObjectCommand({ Bucket: bucket, Key: key }), { expiresIn: seconds }),
    presignPut: (key, seconds) =>
      getSignedUrl(presigner, new PutObjectCommand({ Bucket: bucket, Key: key }), { expiresIn: seconds }),
    async presignUpload(key, { sha256, size, media_type }, seconds) {
      const checksum = Buffer.from(sha256, "hex").toString("base64");
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        ContentLength: size,
        ContentType: media_type,
        ChecksumSHA256: checksum,
      });
      const url = await getSignedUrl(presigner, command, {
        expiresIn: seconds,
        // By default the media type is not signed, and the checksum moves into the query.
        signableHeaders: new Set(["host", "content-length", "content-type", CHECKSUM]),
        unhoistableHeaders: new Set([CHECKSUM]),
      });
      return { url, headers: { "content-type": media_type, [CHECKSUM]: checksum } };
    },
  };
}

/** S3 says "forbidden" for an object that does not exist to callers that may not list the bucket. */
function isAbsent(error: unknown): boolean {
  if (error instanceof NotFound || error instanceof NoSuchKey) return true;
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403;
}

const CHECKSUM = "x-amz-checksum-sha256";
