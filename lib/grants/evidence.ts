import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Grant } from "#lib/constructs/gantry-function.ts";
import type { Resources } from "#lib/resources.ts";

const PACKS = "t/*/missions/*/evidence.zip";

/** Sets the variables about the evidence bucket and its lock, without rights. */
export function namesEvidence({ evidence, config }: Pick<Resources, "evidence" | "config">): Grant {
  return (fn) => {
    fn.env("EVIDENCE_BUCKET", evidence.bucketName);
    fn.env("EVIDENCE_LOCK_MODE", config.evidenceMode);
    fn.env("EVIDENCE_RETENTION_DAYS", String(config.evidenceDays));
  };
}

/**
 * Allows writing packs under a lock and reading them back with it. No role may shorten a lock or remove a
 * version. Listing is needed because S3 otherwise does not reveal whether a pack exists.
 */
export function sealsEvidence(resources: Pick<Resources, "evidence" | "config">): Grant {
  return (fn) => {
    namesEvidence(resources)(fn);
    fn.allow({
      actions: [
        "s3:PutObject",
        "s3:PutObjectRetention",
        "s3:GetObject",
        "s3:GetObjectVersion",
        "s3:GetObjectRetention",
      ],
      resources: [packs(resources.evidence)],
    });
    fn.allow({ actions: ["s3:ListBucket"], resources: [resources.evidence.bucketArn] });
  };
}

const packs = (bucket: Bucket): string => bucket.arnForObjects(PACKS);
