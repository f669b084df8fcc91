import { Stack } from "aws-cdk-lib";
import { parameterPrefix } from "#core/operations/installation.ts";
import type { GantryConfig } from "#lib/config.ts";
import type { GantryFunction, Grant } from "#lib/constructs/gantry-function.ts";

/**
 * Reads these secrets. They are encrypted with the account's own key for parameters, whose policy lets everybody
 * decrypt through Parameter Store who may read the parameter: no right on a key is needed, so none is given.
 */
export function readsParameters(config: GantryConfig, ...names: readonly string[]): Grant {
  return (fn) => {
    fn.env("PARAMETER_PREFIX", parameterPrefix(config.stage));
    onParameters(fn, config, names, ["ssm:GetParameter"]);
  };
}

/** Reads, sets and removes one secret, wherever it is told that secrets are. */
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
