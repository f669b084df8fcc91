import { API_FUNCTIONS } from "#deployment/api-functions.ts";
import { EVENT_FUNCTIONS } from "#deployment/event-functions.ts";
import type { FunctionRow } from "#deployment/function-row.ts";
import { STEPS } from "#deployment/steps.ts";
import type { LambdaFunction, LambdaHandler } from "#local-cloud/lambda/function.ts";

const ROWS: Readonly<Record<string, FunctionRow>> = {
  ...API_FUNCTIONS,
  ...EVENT_FUNCTIONS,
  ...STEPS,
};

/**
 * The product's functions, loaded from the entries that are bundled for AWS, without those that
 * CloudFormation calls.
 */
export const FUNCTIONS: Record<string, LambdaFunction> = Object.fromEntries(
  Object.entries(ROWS).map(([name, { entry, seconds }]) => [
    name,
    { handler: () => handlerOf(entry), timeoutSeconds: seconds },
  ]),
);

async function handlerOf(entry: FunctionRow["entry"]): Promise<LambdaHandler> {
  const { handler }: { handler: LambdaHandler } = await import(`#${entry}`);
  return handler;
}
