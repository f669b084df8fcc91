import type { Outcome } from "#core/governance/execution/transition.ts";
import type { Json } from "#core/kernel/json.ts";
import type { StepsDefinition } from "#core/workflows/definition.ts";
import { failedOutcome } from "#core/workflows/failed-outcome.ts";
import { type Node, nodesOf, stepOf } from "#core/workflows/plan.ts";
import { type Progress, progressOf } from "#core/workflows/progress.ts";
import { type Failure, recordOf, type StepRecord } from "#core/workflows/record.ts";
import type { Step } from "#core/workflows/step.ts";

/** One attempt at a step, or at its compensation (`undo`). */
export interface Work {
  readonly step: string;
  readonly undo: boolean;
  readonly attempt: number;
  readonly timeout_seconds: number;
  /** Whether an external event completes it: the function only starts it. */
  readonly awaits: boolean;
}

/** What a run does next. `until_ms` is in epoch milliseconds. */
export type Turn =
  | { readonly kind: "run"; readonly steps: readonly Work[] }
  | { readonly kind: "gate"; readonly step: string; readonly undo: boolean }
  | { readonly kind: "wait"; readonly until_ms: number }
  | { readonly kind: "done"; readonly outcome: Outcome; readonly error: Failure | null };

/** The state of a run: its input, and the newest record of each step, in the order of their last changes. */
export interface RunState {
  readonly input: Json;
  readonly records: readonly StepRecord[];
  /** When the run will have used up its active time, in epoch milliseconds. */
  readonly deadline_ms: number;
}

const OUT_OF_TIME: Failure = { code: "TimedOut", message: "The run used up its active time." };

/** Default timeout of a call. */
const CALL_SECONDS = 60;

/**
 * What a run of this definition does next, computed only from its records; `now` is in epoch milliseconds. All ready
 * steps run in parallel; when there are none, a gate opens; when there is none either, the run waits. After a failure
 * no step starts: running steps finish, then completed steps are compensated one by one in reverse order.
 */
export function next(
  definition: StepsDefinition,
  { input, records, deadline_ms }: RunState,
  now: number,
): Turn {
  const nodes = nodesOf(definition.steps);
  const progress = progressOf(nodes, { input, records }, now);
  const forward = records.filter(({ undo }) => !undo);
  if (!progress.failure && nodes.every(({ step }) => progress.isSettled(step.id)))
    return { kind: "done", outcome: "succeeded", error: null };
  const failure = progress.failure ?? (now >= deadline_ms ? OUT_OF_TIME : undefined);
  if (!failure) return advance(nodes, progress, { records: forward, deadline_ms }, now);
  const begun = forward.filter(({ state }) => state === "running");
  if (begun.length > 0)
    return { kind: "run", steps: begun.map((record) => workOf(stepOf(nodes, record.step), record)) };
  return undo(nodes, records, failure, now);
}

function advance(
  nodes: readonly Node[],
  progress: Progress,
  { records, deadline_ms }: Pick<RunState, "records" | "deadline_ms">,
  now: number,
): Turn {
  const open = nodes.filter(
    ({ step }) => isWork(step) && progress.isReady(step.id) && !progress.isSettled(step.id),
  );
  const found = open.map(({ step }) => ({ step, record: recordOf(records, { step: step.id, undo: false }) }));
  const runnable = found.filter(({ step, record }) => step.kind !== "gate" && isRunnable(record, now));
  if (runnable.length > 0)
    return { kind: "run", steps: runnable.map(({ step, record }) => workOf(step, record)) };
  const gate = found.find(
    ({ step, record }) => record?.state === "awaiting_decision" || (step.kind === "gate" && !record),
  );
  if (gate) return { kind: "gate", step: gate.step.id, undo: false };
  return waitFor(
    found.flatMap(({ record }) => record ?? []),
    deadline_ms,
  );
}

/** Compensates completed steps, the last first. A failed compensation is reported and does not stop the others. */
function undo(nodes: readonly Node[], records: readonly StepRecord[], failure: Failure, now: number): Turn {
  const done = records.filter(({ undo, state }) => !undo && state === "succeeded").toReversed();
  const failed: string[] = [];
  for (const { step: id } of done) {
    const step = stepOf(nodes, id);
    if (!("compensate" in step) || !step.compensate) continue;
    const record = recordOf(records, { step: id, undo: true });
    if (record?.state === "succeeded") continue;
    if (record?.state === "failed") failed.push(id);
    else if (record?.state === "awaiting_decision") return { kind: "gate", step: id, undo: true };
    else if (isRunnable(record, now)) return { kind: "run", steps: [workOf(step, record, true)] };
    else return waitFor([record as StepRecord]);
  }
  const also =
    failed.length > 0 ? ` The effects of these steps could not be undone: ${failed.join(", ")}.` : "";
  const error = { code: failure.code, message: `${failure.message}${also}` };
  return { kind: "done", outcome: failedOutcome(failure), error };
}

const waitFor = (records: readonly StepRecord[], deadline_ms = Number.POSITIVE_INFINITY): Turn => ({
  kind: "wait",
  until_ms: Math.min(deadline_ms, ...records.map(({ until_ms }) => until_ms ?? 0)),
});

/** A running step is returned again, because its process may have died. */
function isRunnable(record: StepRecord | undefined, now: number): boolean {
  if (!record || record.state === "running") return true;
  return record.state === "retrying" && (record.until_ms ?? 0) <= now;
}

function workOf(step: Step, record: StepRecord | undefined, undo = record?.undo ?? false): Work {
  const attempt = record?.state === "retrying" ? record.attempt + 1 : (record?.attempt ?? 1);
  const timeout_seconds = (!undo && "timeout_seconds" in step && step.timeout_seconds) || CALL_SECONDS;
  const awaits = !undo && (step.kind === "external" || step.kind === "workflow");
  return { step: step.id, undo, attempt, timeout_seconds, awaits };
}

/** Choices and parallel steps do no work: they complete through the state of other steps. */
function isWork({ kind }: Step): boolean {
  return kind !== "choice" && kind !== "parallel";
}
