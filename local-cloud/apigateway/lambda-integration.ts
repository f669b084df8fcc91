import type { Lambda } from "#local-cloud/lambda/lambda.ts";
import type { Invoke } from "./invoke.ts";

/**
 * Invokes a function as API Gateway does; a function error becomes an exception with its name and message.
 */
export function lambdaIntegration({ invoke }: Pick<Lambda, "invoke">): Invoke {
  return async (functionName, event) => {
    const result = await invoke(functionName, event);
    if (result.ok) return result.payload;
    const { errorMessage, errorType } = result.error;
    throw Object.assign(new Error(errorMessage), { name: errorType });
  };
}
