import { CreateBucketCommand, type S3Client } from "@aws-sdk/client-s3";
import { createS3 } from "#local-cloud/s3/s3.ts";
import { clientsAt } from "#test/adapters/aws.ts";
import { credentials, target } from "#test/cloud/target.ts";

export interface BucketWorld {
  readonly client: S3Client;
  readonly presigner: S3Client;
  readonly bucket: string;
  readonly endpoint: string;
  close(): Promise<void>;
}

/** A bucket of the small cloud's S3, and the clients of the product. `now` is the server's clock. */
export async function bucketWorld({ locked = false, now = Date.now } = {}): Promise<BucketWorld> {
  const cloud = await target((dir) => createS3({ dir, credentials, now }));
  const { s3: client, presigner } = clientsAt(cloud.endpoint);
  const bucket = `gantry-test-${crypto.randomUUID()}`;
  await client.send(new CreateBucketCommand({ Bucket: bucket, ObjectLockEnabledForBucket: locked }));
  return {
    client,
    presigner,
    bucket,
    endpoint: cloud.endpoint,
    async close() {
      client.destroy();
      presigner.destroy();
      await cloud.close();
    },
  };
}
