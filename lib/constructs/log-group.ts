import { RemovalPolicy } from "aws-cdk-lib";
import * as logs from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { GantryConfig } from "#lib/config.ts";

/**
 * Creates a log group of this stage. In `prod` it is retained when its stack is deleted, but not when its
 * creation fails: the name is fixed, and a group that was left behind would make the next attempt fail.
 */
export function createLogGroup(
  scope: Construct,
  id: string,
  { stage }: Pick<GantryConfig, "stage">,
  logGroupName: string,
): logs.LogGroup {
  const production = stage === "prod";
  return new logs.LogGroup(scope, id, {
    logGroupName,
    retention: production ? logs.RetentionDays.THREE_MONTHS : logs.RetentionDays.TWO_WEEKS,
    removalPolicy: production ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
  });
}
