import { Duration, RemovalPolicy } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as s3 from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { GantryConfig } from "#lib/config.ts";
import { PRIVATE_BUCKET } from "#lib/constructs/private-bucket.ts";

/**
 * Creates the bucket for evidence under Object Lock. The lock with which each pack is written is also the
 * bucket's default, so that no object is stored without one. No role may bypass it: in GOVERNANCE mode that
 * requires a change of this policy first.
 */
export function createEvidenceBucket(
  scope: Construct,
  { evidenceMode, evidenceDays }: GantryConfig,
  accessLogs: s3.Bucket,
): s3.Bucket {
  const lock =
    evidenceMode === "COMPLIANCE" ? s3.ObjectLockRetention.compliance : s3.ObjectLockRetention.governance;
  const bucket = new s3.Bucket(scope, "Evidence", {
    ...PRIVATE_BUCKET,
    versioned: true,
    objectLockEnabled: true,
    objectLockDefaultRetention: lock(Duration.days(evidenceDays)),
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    serverAccessLogsBucket: accessLogs as s3.IBucket,
    serverAccessLogsPrefix: "evidence/",
  });
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: "NobodyShortensALock",
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ["s3:BypassGovernanceRetention"],
      resources: [bucket.arnForObjects("*")],
    }),
  );
  // The bucket is retained when its stack is deleted, so its policy must be retained as well.
  bucket.policy?.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  return bucket;
}
