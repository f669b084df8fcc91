import { ArnFormat, Stack } from "aws-cdk-lib";
import { CONSULTANT_FUNCTION } from "#deployment/api-functions.ts";
import { SEALING_FUNCTION } from "#deployment/event-functions.ts";
import type { FunctionName } from "#deployment/functions.ts";
import type { GantryConfig } from "#lib/config.ts";
import type { Grant } from "#lib/constructs/gantry-function.ts";
import { nameOf } from "#lib/names.ts";

/** Calls the function that seals, which alone may sign and write evidence. */
export const asksForSeals = (config: GantryConfig): Grant =>
  invokes(config, "SEALING_FUNCTION", SEALING_FUNCTION);

/** Calls the function that answers messages of consultations after their requests. */
export const startsTurns = (config: GantryConfig): Grant =>
  invokes(config, "CONSULTANT_FUNCTION", CONSULTANT_FUNCTION);

/** By its name: it can be another stack's. */
function invokes(config: GantryConfig, variable: string, target: FunctionName): Grant {
  const name = nameOf(config, target);
  return (fn) => {
    fn.env(variable, name);
    const arn = Stack.of(fn).formatArn({
      service: "lambda",
      resource: "function",
      resourceName: name,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    fn.allow({ actions: ["lambda:InvokeFunction"], resources: [arn] });
  };
}
