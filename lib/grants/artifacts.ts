import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Grant } from "#lib/constructs/gantry-function.ts";

/** Keys of the artefact bucket by kind, as patterns of core/kernel/artifacts.ts's paths. */
export const KEYS = {
  artifacts: "t/*/artifacts/*",
  layers: "layers/*",
  jobs: "t/*/missions/*/builds/*/job-*.json",
  results: "t/*/missions/*/builds/*/result.json",
  progress: "t/*/missions/*/builds/*/progress.json",
  outputs: "t/*/missions/*/builds/*/output.tar.zst",
  logs: "t/*/missions/*/builds/*/log.txt",
  builds: "t/*/missions/*/builds/*",
} as const;

/**
 * Access to objects by key pattern. `find` are keys that may be missing: S3 returns "not found" only to
 * callers that may list the bucket, and "access denied" to all others.
 */
export function onArtifacts(
  bucket: Bucket,
  {
    read = [],
    write = [],
    find = [],
  }: { read?: readonly string[]; write?: readonly string[]; find?: readonly string[] },
): Grant {
  const arns = (keys: readonly string[]) => keys.map((key) => bucket.arnForObjects(key));
  const readable = [...new Set([...read, ...find])];
  return (fn) => {
    fn.env("ARTIFACT_BUCKET", bucket.bucketName);
    if (readable.length > 0) fn.allow({ actions: ["s3:GetObject"], resources: arns(readable) });
    if (write.length > 0) fn.allow({ actions: ["s3:PutObject"], resources: arns(write) });
    if (find.length > 0) fn.allow({ actions: ["s3:ListBucket"], resources: [bucket.bucketArn] });
  };
}
