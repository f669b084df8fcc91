import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { Key } from "aws-cdk-lib/aws-kms";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Machine } from "#core/workflows/machines.ts";
import type { GantryConfig } from "#lib/config.ts";

/** What functions are given rights to. Names that are fixed are ARNs by text, so that no stack waits for another's. */
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

/** Where builders run and as what. */
export interface BuilderResources {
  readonly clusterName: string;
  /** Task definition families; a task starts as the newest revision. */
  readonly families: { readonly small: string; readonly large: string };
  readonly executionRoleArn: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  /** Whether a builder gets an address of its own: needed where there is no endpoint for what it reaches. */
  readonly publicIp: "ENABLED" | "DISABLED";
}
