import type { z } from "zod";
import { log } from "#lambdas/runtime/log.ts";

/** An EventBridge target: parse, one core function. What throws is delivered again. */
export function eventHandler<S extends z.ZodType, F>(
  schema: S,
  factory: () => F,
  run: (factory: F, event: z.infer<S>) => Promise<void>,
) {
  return async function handler(event: unknown): Promise<void> {
    try {
      await run(factory(), schema.parse(event));
    } catch (error) {
      log("error", "event failed", { error });
      throw error;
    }
  };
}
