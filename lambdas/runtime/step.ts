import { z } from "zod";
import { type ErrorCode, GantryError } from "#core/errors.ts";
import { idSchema } from "#core/ids.ts";
import { log } from "#lambdas/runtime/log.ts";

/** What the machine tells every step. */
export const missionInput = z.object({ tenant: idSchema, mission_id: idSchema });
export const attemptInput = missionInput.extend({ attempt: z.number().int().min(1) });
export const buildInput = attemptInput.extend({ retry: z.number().int().min(0) });

/**
 * A state's handler: parse, one core function, plain JSON. An error keeps its code as its name, which is what
 * the machine's Retry and Catch match; anything unknown becomes `Internal` and only the log has its words.
 */
export function step<S extends z.ZodType, F, R>(
  schema: S,
  factory: () => F,
  run: (factory: F, input: z.infer<S>) => Promise<R>,
) {
  return async function handler(event: unknown): Promise<R | Record<string, never>> {
    const started = Date.now();
    const mission = (event as { mission_id?: string } | null)?.mission_id;
    try {
      const parsed = schema.safeParse(event);
      if (!parsed.success) throw new GantryError("InvalidInput", z.prettifyError(parsed.error));
      const result = await run(factory(), parsed.data);
      log("info", "step done", { function: run.name, mission, ms: Date.now() - started });
      return result ?? {};
    } catch (error) {
      log("error", "step failed", { function: run.name, mission, ms: Date.now() - started, error });
      throw asStepError(error);
    }
  };
}

function asStepError(error: unknown): GantryError {
  if (error instanceof GantryError) return error;
  return new GantryError(
    "Internal" satisfies ErrorCode,
    "A step failed for a reason that only the log tells.",
    { cause: error },
  );
}
