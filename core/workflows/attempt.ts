import { ERRORS } from "#core/kernel/errors.ts";
import type { Definition } from "#core/workflows/definition.ts";
import type { Work } from "#core/workflows/next.ts";
import { nodesOf } from "#core/workflows/plan.ts";
import type { Failure, StepRecord } from "#core/workflows/record.ts";
import type { Step } from "#core/workflows/step.ts";

export type Attempt = Pick<Work, "step" | "undo" | "attempt">;

/** How often what undoes a step is tried again, and how long it waits before: it must not be given up lightly. */
const UNDO_RETRY = { attempts: 5, seconds: 30 };

/** The step with this id. Throws TypeError where the definition has none. */
export function stepIn({ steps }: Pick<Definition, "steps">, id: string): Step {
  const node = nodesOf(steps).find(({ step }) => step.id === id);
  if (!node) throw new TypeError(`the definition has no step ${id}`);
  return node.step;
}

/** Whether this attempt is the one that goes on. */
export function isCurrent(records: readonly StepRecord[], { step, undo, attempt }: Attempt): boolean {
  const record = records.find((other) => other.step === step && other.undo === undo);
  return record?.state === "running" && record.attempt === attempt;
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
