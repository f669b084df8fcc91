import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { Key } from "aws-cdk-lib/aws-kms";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Machine } from "#core/workflows/machines.ts";
import type { GantryConfig } from "#lib/config.ts";

/**
 * The resources to which functions are granted rights. Resources with fixed names are ARNs as text, so that
 * stacks do not depend on each other.
 */
export interface Resources {
  readonly config: GantryConfig;
  readonly table: Table;
  readonly artifacts: Bucket;
  readonly evidence: Bucket;
  readonly signingKey: Key;
  /** The ARN of each state machine. */
  readonly machines: Readonly<Record<Machine, string>>;
  readonly builders: BuilderResources;
}

/** The cluster, task families and network of builders. */
export interface BuilderResources {
  readonly clusterName: string;
  /** Task definition families; tasks run their newest revision. */
  readonly families: { readonly small: string; readonly large: string };
  readonly executionRoleArn: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  /** Whether builders have public addresses, which they need without VPC endpoints. */
  readonly publicIp: "ENABLED" | "DISABLED";
}
