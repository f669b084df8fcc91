import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

interface BucketFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly cacheControl: string;
}

/** Files of a bucket for a web server, with media type and cache headers. */
export interface BucketFiles {
  put(bucket: string, key: string, file: BucketFile): Promise<void>;
  remove(bucket: string, key: string): Promise<void>;
  /** All keys of the bucket. */
  list(bucket: string): Promise<readonly string[]>;
}

export function createBucketFiles(client = new S3Client({}), pageSize = 1000): BucketFiles {
  return {
    async put(Bucket, Key, { bytes, type, cacheControl }) {
      await client.send(
        new PutObjectCommand({ Bucket, Key, Body: bytes, ContentType: type, CacheControl: cacheControl }),
      );
    },
    async remove(Bucket, Key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
    async list(Bucket) {
      const keys: string[] = [];
      let token: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket, ContinuationToken: token, MaxKeys: pageSize }),
        );
        keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
        token = page.NextContinuationToken;
      } while (token !== undefined);
      return keys;
    },
  };
}
