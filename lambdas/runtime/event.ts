import type { z } from "zod";
import { bareError } from "#lambdas/runtime/describe-error.ts";
import { invoke, type LambdaContext } from "#lambdas/runtime/invocation.ts";
import { log } from "#lambdas/runtime/log.ts";
import { traced } from "#lambdas/runtime/trace.ts";

/**
 * The handler of an EventBridge target: parses the event and calls one core function. An event whose handler throws is
 * delivered again. `missionOf` returns the mission of an event, if any, for the log.
 */
export function eventHandler<S extends z.ZodType, F>(
  schema: S,
  services: () => F,
  run: (services: F, event: z.infer<S>) => Promise<void>,
  missionOf: (event: z.infer<S>) => string | undefined = () => undefined,
) {
  return function handler(event: unknown, context?: LambdaContext): Promise<void> {
    const parsed = schema.safeParse(event);
    const mission = parsed.success ? missionOf(parsed.data) : undefined;
    return invoke(context, mission, async () => {
      const started = Date.now();
      try {
        if (!parsed.success) throw parsed.error;
        await traced(async () => run(services(), parsed.data));
        log("info", "event done", { ms: Date.now() - started });
      } catch (error) {
        log("error", "event failed", { ms: Date.now() - started, error });
        throw bareError(error);
      }
    });
  };
}
