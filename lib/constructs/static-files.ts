import { CustomResource, Duration, FileSystem } from "aws-cdk-lib";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { GantryFunction } from "#lib/constructs/gantry-function.ts";

/**
 * Copies the static client into its bucket at each deployment, by a function whose bundle contains the files.
 * A digest of the files and of the function's code tells CloudFormation when they have changed. If the
 * function does not respond, CloudFormation waits no longer than the function's timeout.
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
