import { CustomResource, Duration, FileSystem } from "aws-cdk-lib";
import { ORIGIN_SECRET } from "#core/identity/origin.ts";
import { parameterPrefix } from "#core/operations/installation.ts";
import type { GantryConfig } from "#lib/config.ts";
import type { GantryFunction } from "#lib/constructs/gantry-function.ts";
import { keepsParameter } from "#lib/grants/parameters.ts";

/**
 * The key by which the APIs know the edge, as a value that only CloudFormation resolves: it is in no template and no
 * output. Another name of it, the setting `originKey`, makes a new one at the next deployment; the one before stays
 * valid for a day.
 */
export function createOriginKey(fn: GantryFunction, config: GantryConfig): string {
  fn.uses(keepsParameter(config, ORIGIN_SECRET));
  const key = new CustomResource(fn, "Key", {
    resourceType: "Custom::GantryOriginKey",
    serviceToken: fn.handler.functionArn,
    serviceTimeout: Duration.minutes(2),
    properties: {
      Name: config.originKey,
      Prefix: parameterPrefix(config.stage),
      Digest: FileSystem.fingerprint(fn.bundle),
    },
  });
  return key.getAttString("Value");
}
