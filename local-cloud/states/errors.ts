import type { Retrier } from "./definition.ts";

/** An error of a state, with the name for `ErrorEquals`. */
export class StateError extends Error {
  readonly error: string;
  readonly detail: string | undefined;
  constructor(error: string, detail?: string) {
    super(detail ?? error);
    this.error = error;
    this.detail = detail;
  }
}

/** The value of `$states.errorOutput`; without a cause, the member is missing. */
export const errorOutput = (error: StateError): { Error: string; Cause?: string } => ({
  Error: error.error,
  ...(error.detail === undefined ? {} : { Cause: error.detail }),
});

/**
 * AWS's rules for `ErrorEquals`: States.Runtime is final; States.DataLimitExceeded matches by its own name
 * only; States.TaskFailed matches everything but a timeout; States.Timeout includes a missed heartbeat.
 */
export function matches(names: readonly string[], error: string): boolean {
  if (error === "States.Runtime") return false;
  if (names.includes(error)) return true;
  if (error === "States.DataLimitExceeded") return false;
  if (names.includes("States.ALL")) return true;
  if (names.includes("States.Timeout") && error === "States.HeartbeatTimeout") return true;
  return names.includes("States.TaskFailed") && error !== "States.Timeout";
}

/**
 * The delay before the next attempt in milliseconds, or undefined if no retrier has an attempt left. `past`
 * contains the errors of all attempts so far, the current one last; `random` is in [0,1).
 */
export function retryDelay(
  retriers: readonly Retrier[],
  past: readonly string[],
  random: () => number,
): number | undefined {
  const choose = (error: string) => retriers.findIndex((retrier) => matches(retrier.ErrorEquals, error));
  const error = past.at(-1);
  const chosen = error === undefined ? -1 : choose(error);
  const retrier = retriers[chosen];
  if (!retrier) return undefined;
  const used = past.slice(0, -1).filter((earlier) => choose(earlier) === chosen).length;
  if (used >= (retrier.MaxAttempts ?? 3)) return undefined;
  const grown = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** used;
  const seconds = Math.min(grown, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return (retrier.JitterStrategy === "FULL" ? random() * seconds : seconds) * 1000;
}
