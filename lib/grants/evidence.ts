import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Grant } from "#lib/constructs/gantry-function.ts";
import type { Resources } from "#lib/resources.ts";

const PACKS = "t/*/missions/*/evidence.zip";

/** Knows where evidence lies and how it is locked; its rights come by another way. */
export function namesEvidence({ evidence, config }: Pick<Resources, "evidence" | "config">): Grant {
  return (fn) => {
    fn.env("EVIDENCE_BUCKET", evidence.bucketName);
    fn.env("EVIDENCE_LOCK_MODE", config.evidenceMode);
    fn.env("EVIDENCE_RETENTION_DAYS", String(config.evidenceDays));
  };
}

/**
 * Writes packs under a lock and reads each back with it. No role may shorten a lock or remove a version; whether a
 * pack is there already is told only to those who may list the bucket.
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
