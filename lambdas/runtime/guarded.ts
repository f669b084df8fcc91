import { bareError } from "#lambdas/runtime/describe-error.ts";
import { invoke, type LambdaContext } from "#lambdas/runtime/invocation.ts";
import { log } from "#lambdas/runtime/log.ts";

/**
 * The handler of an authorizer or a socket's route. Lambda's runtime prints whatever leaves it, so of an error only
 * the log has more than code and sentence. `missionOf` says which mission an event is about, if it is about one.
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
        log("error", "call failed", { error });
        throw bareError(error);
      }
    });
  };
}
