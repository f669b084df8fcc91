import { ERRORS } from "#core/kernel/errors.ts";
import type { Definition } from "#core/workflows/definition.ts";
import type { Work } from "#core/workflows/next.ts";
import { nodesOf, stepOf } from "#core/workflows/plan.ts";
import { type Failure, recordOf, type StepRecord } from "#core/workflows/record.ts";
import type { Step } from "#core/workflows/step.ts";

export type Attempt = Pick<Work, "step" | "undo" | "attempt">;

/** How often what undoes a step is tried again, and how long it waits before: it must not be given up lightly. */
const UNDO_RETRY = { attempts: 5, seconds: 30 };

/** The step with this id. Throws TypeError where the definition has none. */
export function stepIn({ steps }: Pick<Definition, "steps">, id: string): Step {
  return stepOf(nodesOf(steps), id);
}

/** Whether this attempt is the one that goes on. */
export function isCurrent(records: readonly StepRecord[], about: Attempt): boolean {
  const record = recordOf(records, about);
  return record?.state === "running" && record.attempt === about.attempt;
}

/** What follows a failed attempt: another one after a pause, where the failure may pass and one is left, or the end. */
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
