import { ArnFormat, Stack } from "aws-cdk-lib";
import { SEALING_FUNCTION } from "#deployment/event-functions.ts";
import type { GantryConfig } from "#lib/config.ts";
import type { Grant } from "#lib/constructs/gantry-function.ts";
import { nameOf } from "#lib/names.ts";

/** Calls the function that seals, which alone may sign and write evidence. By its name: it is another stack's. */
export function asksForSeals(config: GantryConfig): Grant {
  const name = nameOf(config, SEALING_FUNCTION);
  return (fn) => {
    fn.env("SEALING_FUNCTION", name);
    const arn = Stack.of(fn).formatArn({
      service: "lambda",
      resource: "function",
      resourceName: name,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    fn.allow({ actions: ["lambda:InvokeFunction"], resources: [arn] });
  };
}
