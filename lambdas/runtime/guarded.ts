import { bareError } from "#lambdas/runtime/describe-error.ts";
import { invoke, type LambdaContext } from "#lambdas/runtime/invocation.ts";
import { log } from "#lambdas/runtime/log.ts";
import { Unauthorized } from "#lambdas/runtime/unauthorized.ts";

/**
 * The handler of an authorizer or WebSocket route. Lambda's runtime prints thrown errors, so they have only code and
 * message; details are logged. Unauthorized is a reply of an authorizer, not an error. `missionOf` returns the mission of an event, if any, for the log.
 */
export function guarded<E, R>(
  run: (event: E) => Promise<R>,
  missionOf: (event: E) => string | undefined = () => undefined,
) {
  return function handler(event: E, context?: LambdaContext): Promise<R> {
    return invoke(context, missionOf(event), async () => {
      try {
        return await run(event);
      } catch (error) {
        if (error instanceof Unauthorized) throw error;
        log("error", "call failed", { error });
        throw bareError(error);
      }
    });
  };
}
