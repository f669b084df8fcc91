import { ERRORS } from "#core/kernel/errors.ts";
import type { StepsDefinition } from "#core/workflows/definition.ts";
import type { Work } from "#core/workflows/next.ts";
import { nodesOf, stepOf } from "#core/workflows/plan.ts";
import { type Failure, recordOf, type StepRecord } from "#core/workflows/record.ts";
import type { Step } from "#core/workflows/step.ts";

export type Attempt = Pick<Work, "step" | "undo" | "attempt">;

/** Retries of a compensation: more than of most steps, because a lasting failure leaves an effect in place. */
const UNDO_RETRY = { attempts: 5, seconds: 30 };

/** The step with this id. Throws TypeError when the definition has none. */
export function stepIn({ steps }: Pick<StepsDefinition, "steps">, id: string): Step {
  return stepOf(nodesOf(steps), id);
}

/** Whether this attempt is the one that is running. */
export function isCurrent(records: readonly StepRecord[], about: Attempt): boolean {
  const record = recordOf(records, about);
  return record?.state === "running" && record.attempt === about.attempt;
}

/**
 * The record after a failed attempt: `retrying` when the error is temporary and a retry is left, otherwise `failed`.
 */
export function afterFailure(
  step: Step,
  { undo, attempt }: Attempt,
  error: Failure,
  now: number,
): StepRecord {
  const about = { step: step.id, undo, attempt, error };
  const retry = undo ? UNDO_RETRY : "retry" in step ? step.retry : undefined;
  const passing = ERRORS[error.code].retry || error.code === "TimedOut";
  if (!retry || !passing || attempt > retry.attempts) return { ...about, state: "failed" };
  return { ...about, state: "retrying", until_ms: now + retry.seconds * 1000 };
}
