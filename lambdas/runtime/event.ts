import type { z } from "zod";
import type { Factory } from "#core/factory.ts";
import { factory } from "#lambdas/runtime/factory.ts";
import { log } from "#lambdas/runtime/log.ts";

/** An EventBridge target: parse, one core function. What throws is delivered again. */
export function eventHandler<S extends z.ZodType>(
  schema: S,
  run: (factory: Factory, event: z.infer<S>) => Promise<void>,
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
