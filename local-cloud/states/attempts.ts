import { until } from "./clock.ts";
import type { MapState, ParallelState, TaskState } from "./definition.ts";
import { errorOutput, matches, retryDelay, StateError } from "./errors.ts";
import type { Json } from "./json.ts";
import type { EventDraft } from "./ledger.ts";
import { type Exit, evaluationEvents, type Focus, leave, type Visit } from "./visit.ts";

export type Retriable = TaskState | ParallelState | MapState;

/** One attempt of a state with retries. All its decisions are recorded under its key. */
export interface Attempt<S extends Retriable = Retriable> {
  readonly visit: Visit<S>;
  readonly key: string;
  readonly focus: Focus & { retryCount: number };
}

export const note = (attempt: Attempt, suffix: string, value: Json, ...events: EventDraft[]) =>
  attempt.visit.run.ledger.put(`${attempt.key}/${suffix}`, value, attempt.visit.scope.trail, ...events);

export const noted = (attempt: Attempt, suffix: string): Json | undefined =>
  attempt.visit.run.ledger.get(`${attempt.key}/${suffix}`, attempt.visit.scope.trail);

/** Runs `body` until it succeeds or no retrier has an attempt left; then a catcher may handle the error. */
export async function withAttempts<S extends Retriable>(
  visit: Visit<S>,
  body: (attempt: Attempt<S>) => Promise<Json>,
): Promise<Exit> {
  const errors: string[] = [];
  for (;;) {
    const retryCount = errors.length;
    const attempt = { visit, key: `${visit.key}/a${retryCount}`, focus: { retryCount } };
    const ended = await settled(attempt, body);
    if (!(ended instanceof StateError)) return ended;
    errors.push(ended.error);
    const wake = retryTime(attempt, errors);
    if (wake === undefined) return caught(attempt, ended);
    await until(visit.run.clock, wake, visit.scope.signal);
  }
}

/**
 * Returns the attempt's exit or its error. Output and Assign belong to the attempt, so their errors can be
 * retried too.
 */
async function settled<S extends Retriable>(
  attempt: Attempt<S>,
  body: (attempt: Attempt<S>) => Promise<Json>,
): Promise<Exit | StateError> {
  const earlier = noted(attempt, "failed") as { error: string; detail?: string } | undefined;
  if (earlier) return new StateError(earlier.error, earlier.detail);
  const { visit } = attempt;
  try {
    const result = await body(attempt);
    return await leave(visit, visit.state, result, visit.state.Next, { ...attempt.focus, result });
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    const { error: name, detail } = error;
    note(
      attempt,
      "failed",
      { error: name, ...(detail === undefined ? {} : { detail }) },
      ...failedEvents(visit, error),
    );
    return error;
  }
}

/**
 * Returns the time of the next attempt. It is recorded, because jitter is random and a restart must not wait
 * again.
 */
function retryTime(attempt: Attempt, errors: string[]): number | undefined {
  const { visit } = attempt;
  const earlier = noted(attempt, "retry") as number | undefined;
  if (earlier !== undefined) return earlier;
  const delay = retryDelay(visit.state.Retry ?? [], errors, visit.run.random);
  if (delay === undefined) return undefined;
  const wake = visit.run.clock.now() + delay;
  note(attempt, "retry", wake);
  return wake;
}

async function caught({ visit, focus }: Attempt, error: StateError): Promise<Exit> {
  const catcher = visit.state.Catch?.find(({ ErrorEquals }) => matches(ErrorEquals, error.error));
  if (!catcher) throw error;
  const output = errorOutput(error);
  return leave(visit, catcher, output as Json, catcher.Next, { ...focus, errorOutput: output as Json });
}

function failedEvents(visit: Visit<Retriable>, error: StateError): EventDraft[] {
  const evaluation = evaluationEvents(visit, error);
  return visit.state.Type === "Task"
    ? evaluation
    : [...evaluation, { type: `${visit.state.Type}StateFailed` }];
}
