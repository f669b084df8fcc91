import { RemovalPolicy } from "aws-cdk-lib";
import * as logs from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { GantryConfig } from "#lib/config.ts";

/**
 * A log group of this stage. Production's logs outlive their stack, but not a creation that failed: the name is
 * fixed, and a group that was left behind would be in the way of the next try.
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
