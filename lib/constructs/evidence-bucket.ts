import { Duration, RemovalPolicy } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as s3 from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { GantryConfig } from "#lib/config.ts";
import { PRIVATE_BUCKET } from "#lib/constructs/private-bucket.ts";

/**
 * Evidence under Object Lock. The lock each pack is written with is the bucket's default as well, so that nothing
 * gets in without one, and no role may go round it: in GOVERNANCE mode that takes a change of this policy first.
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
  // The bucket outlives its stack, so what guards it must as well.
  bucket.policy?.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  return bucket;
}
