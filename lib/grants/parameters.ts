import { Stack } from "aws-cdk-lib";
import { parameterPrefix } from "#core/installation.ts";
import type { GantryConfig } from "#lib/config.ts";
import type { Grant } from "#lib/gantry-function.ts";

/**
 * Reads these secrets. They are encrypted with the account's own key for parameters, whose policy lets everybody
 * decrypt through Parameter Store who may read the parameter: no right on a key is needed, so none is given.
 */
export function readsParameters(config: GantryConfig, ...names: readonly string[]): Grant {
  return (fn) => {
    const prefix = parameterPrefix(config.stage);
    fn.env("PARAMETER_PREFIX", prefix);
    fn.allow({
      actions: ["ssm:GetParameter"],
      resources: names.map((name) =>
        Stack.of(fn).formatArn({
          service: "ssm",
          resource: "parameter",
          resourceName: `${prefix}/${name}`.slice(1),
        }),
      ),
    });
  };
}
