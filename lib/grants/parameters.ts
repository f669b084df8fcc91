import { Stack } from "aws-cdk-lib";
import { parameterPrefix } from "#core/operations/installation.ts";
import type { GantryConfig } from "#lib/config.ts";
import type { GantryFunction, Grant } from "#lib/constructs/gantry-function.ts";

/**
 * Allows reading these secrets. They are encrypted with the AWS managed key of Parameter Store, whose policy
 * allows decryption to every principal that may read the parameter, so no right on a key is needed.
 */
export function readsParameters(config: GantryConfig, ...names: readonly string[]): Grant {
  return (fn) => {
    fn.env("PARAMETER_PREFIX", parameterPrefix(config.stage));
    onParameters(fn, config, names, ["ssm:GetParameter"]);
  };
}

/** Allows finding out whether these secrets exist, and not reading them. */
export function knowsParameters(config: GantryConfig, ...names: readonly string[]): Grant {
  return (fn) => onParameters(fn, config, names, ["ssm:ListTagsForResource"]);
}

/** Allows setting these secrets, and not reading them. */
export function setsParameters(config: GantryConfig, ...names: readonly string[]): Grant {
  return (fn) => {
    fn.env("PARAMETER_PREFIX", parameterPrefix(config.stage));
    onParameters(fn, config, names, ["ssm:PutParameter"]);
  };
}

/** Allows reading, setting and removing one secret. */
export function keepsParameter(config: GantryConfig, name: string): Grant {
  return (fn) =>
    onParameters(fn, config, [name], ["ssm:GetParameter", "ssm:PutParameter", "ssm:DeleteParameter"]);
}

function onParameters(fn: GantryFunction, config: GantryConfig, names: readonly string[], actions: string[]) {
  fn.allow({
    actions,
    resources: names.map((name) =>
      Stack.of(fn).formatArn({
        service: "ssm",
        resource: "parameter",
        resourceName: `${parameterPrefix(config.stage)}/${name}`.slice(1),
      }),
    ),
  });
}
