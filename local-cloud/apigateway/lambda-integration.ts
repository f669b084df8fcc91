import type { Lambda } from "#local-cloud/lambda/lambda.ts";
import type { Invoke } from "./invoke.ts";

/** API Gateway's way to call Lambda: a function that fails is an exception here, with its own name and message. */
export function lambdaIntegration({ invoke }: Pick<Lambda, "invoke">): Invoke {
  return async (functionName, event) => {
    const result = await invoke(functionName, event);
    if (result.ok) return result.payload;
    const { errorMessage, errorType } = result.error;
    throw Object.assign(new Error(errorMessage), { name: errorType });
  };
}
