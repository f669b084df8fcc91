import { CustomResource, Duration, FileSystem } from "aws-cdk-lib";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { GantryFunction } from "#lib/constructs/gantry-function.ts";

/**
 * Puts the static client into its bucket at each deployment, by a function of our own that has the files beside it.
 * CloudFormation sees by the digest that files have changed, or the code that says how they are put; should the
 * function never answer, it waits no longer than the function can run.
 */
export function deployFiles(fn: GantryFunction, bucket: Bucket): CustomResource {
  fn.allow({ actions: ["s3:PutObject", "s3:DeleteObject"], resources: [bucket.arnForObjects("*")] });
  fn.allow({ actions: ["s3:ListBucket"], resources: [bucket.bucketArn] });
  return new CustomResource(fn, "Files", {
    resourceType: "Custom::GantryWebFiles",
    serviceToken: fn.handler.functionArn,
    serviceTimeout: Duration.minutes(5),
    properties: { Bucket: bucket.bucketName, Digest: FileSystem.fingerprint(fn.bundle) },
  });
}
