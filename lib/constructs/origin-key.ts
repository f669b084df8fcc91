import { CustomResource, Duration, FileSystem } from "aws-cdk-lib";
import { ORIGIN_SECRET } from "#core/identity/origin.ts";
import { parameterPrefix } from "#core/operations/installation.ts";
import type { GantryConfig } from "#lib/config.ts";
import type { GantryFunction } from "#lib/constructs/gantry-function.ts";
import { keepsParameter } from "#lib/grants/parameters.ts";

/**
 * Creates the key with which the edge authenticates to the APIs, and returns it as a value that only
 * CloudFormation resolves: no template and no output contains it. Changing its name, the setting `originKey`,
 * generates a new key at the next deployment; the previous one stays valid for a day.
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
