import { z } from "zod";
import { GantryError } from "#core/kernel/errors.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { bareError } from "#lambdas/runtime/describe-error.ts";
import { invoke, type LambdaContext } from "#lambdas/runtime/invocation.ts";
import { log } from "#lambdas/runtime/log.ts";
import { traced } from "#lambdas/runtime/trace.ts";

/** The input of every step of a mission. */
export const missionInput = z.object({ tenant: idSchema, mission_id: idSchema });
export const attemptInput = missionInput.extend({ attempt: z.number().int().min(1) });
/** The input of the steps of data-defined workflows and of the gate loop. */
export const executionInput = z.object({ tenant: idSchema, execution_id: idSchema });
export const attemptOfStep = z.object({
  step: z.string().min(1).max(32),
  undo: z.boolean(),
  attempt: z.number().int().min(1),
});
export const buildInput = attemptInput.extend({ retry: z.number().int().min(0) });

/**
 * The handler of a state: parses the input, calls one core function and returns plain JSON. The name of a thrown
 * error is its code, which Retry and Catch of the state machine match; unexpected errors become `Internal`, with
 * details only in the log.
 */
export function step<S extends z.ZodType, F, R>(
  schema: S,
  services: () => F,
  run: (services: F, input: z.infer<S>) => Promise<R>,
) {
  return function handler(event: unknown, context?: LambdaContext): Promise<R | Record<string, never>> {
    return invoke(context, missionOf(event), async () => {
      const started = Date.now();
      try {
        const result = await traced(async () => run(services(), parse(schema, event)));
        log("info", "step done", { ms: Date.now() - started });
        return result ?? {};
      } catch (error) {
        log("error", "step failed", { ms: Date.now() - started, error });
        throw bareError(error);
      }
    });
  };
}

function parse<S extends z.ZodType>(schema: S, event: unknown): z.infer<S> {
  const parsed = schema.safeParse(event);
  if (parsed.success) return parsed.data;
  throw new GantryError("InvalidInput", z.prettifyError(parsed.error));
}

/** The id of the execution, read before the input is validated, so that log lines of invalid input have it. */
function missionOf(event: unknown): string | undefined {
  const { mission_id, execution_id } = (event ?? {}) as { mission_id?: unknown; execution_id?: unknown };
  return idSchema.safeParse(mission_id ?? execution_id).data;
}
