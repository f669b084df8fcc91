import { CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as s3 from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { GantryConfig } from "#lib/config.ts";
import { createEvidenceBucket } from "#lib/constructs/evidence-bucket.ts";
import { PRIVATE_BUCKET } from "#lib/constructs/private-bucket.ts";
import { createSigningKey } from "#lib/constructs/signing-key.ts";

export interface DataStackProps {
  readonly config: GantryConfig;
}

/**
 * The resources that are retained when their stack is deleted: the table, artefacts, evidence and the key
 * that signs it. Buckets and the key are deleted only if the deployment that creates them fails, when they
 * are still empty.
 */
export class DataStack extends Stack {
  readonly table: dynamodb.Table;
  readonly artifacts: s3.Bucket;
  readonly evidence: s3.Bucket;
  readonly signingKey: kms.Key;

  constructor(scope: Construct, id: string, { config }: DataStackProps) {
    super(scope, id, {
      description: `Gantry ${config.stage}: data.`,
      terminationProtection: config.stage === "prod",
    });
    this.table = createTable(this);
    const accessLogs = createAccessLogBucket(this);
    this.artifacts = createArtifactBucket(this, config, accessLogs);
    this.evidence = createEvidenceBucket(this, config, accessLogs);
    this.signingKey = createSigningKey(this, config);
    new CfnOutput(this, "TableName", { value: this.table.tableName });
    new CfnOutput(this, "ArtifactBucketName", { value: this.artifacts.bucketName });
    new CfnOutput(this, "EvidenceBucketName", { value: this.evidence.bucketName });
    new CfnOutput(this, "SigningKeyArn", { value: this.signingKey.keyArn });
  }
}

function createTable(scope: Construct): dynamodb.Table {
  const text = (name: string) => ({ name, type: dynamodb.AttributeType.STRING });
  const table = new dynamodb.Table(scope, "Table", {
    partitionKey: text("pk"),
    sortKey: text("sk"),
    billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    stream: dynamodb.StreamViewType.NEW_IMAGE,
    timeToLiveAttribute: "ttl",
    deletionProtection: true,
    // A table with deletion protection cannot be deleted when its creation is rolled back, so it is always
    // retained.
    removalPolicy: RemovalPolicy.RETAIN,
  });
  for (const n of [1, 2, 3])
    table.addGlobalSecondaryIndex({
      indexName: `gsi${n}`,
      partitionKey: text(`g${n}`),
      sortKey: text(`g${n}s`),
    });
  return table;
}

/** Creates the bucket for access logs of the other buckets, which are kept for a quarter. */
function createAccessLogBucket(scope: Construct): s3.Bucket {
  return new s3.Bucket(scope, "AccessLogs", {
    ...PRIVATE_BUCKET,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    lifecycleRules: [{ id: "a-quarter", expiration: Duration.days(90) }],
  });
}

/**
 * Creates the bucket for drafts, layers and builds. It has no versions: artefacts are named after their
 * digest and never overwritten with other content, and a build can be repeated. A layer that was deleted is
 * packed again.
 */
function createArtifactBucket(
  scope: Construct,
  { artifactDays }: GantryConfig,
  accessLogs: s3.Bucket,
): s3.Bucket {
  const bucket = new s3.Bucket(scope, "Artifacts", {
    ...PRIVATE_BUCKET,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    serverAccessLogsBucket: accessLogs as s3.IBucket,
    serverAccessLogsPrefix: "artifacts/",
    lifecycleRules: [
      { id: "uploads-that-never-ended", abortIncompleteMultipartUploadAfter: Duration.days(1) },
      { id: "old-layers", prefix: "layers/", expiration: Duration.days(Math.min(180, artifactDays ?? 180)) },
      ...(artifactDays === undefined
        ? []
        : [{ id: "old-artifacts", prefix: "t/", expiration: Duration.days(artifactDays) }]),
    ],
  });
  // The construct's own property would add a Lambda function that sets this one property.
  (bucket.node.defaultChild as s3.CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
  return bucket;
}
