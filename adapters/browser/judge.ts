import { GantryError } from "#core/kernel/errors.ts";

/** A step may take this many times as long as the control. */
const PATIENCE = 10;
const TRIES = 3;
/** Maximum scale of time limits; a machine that needs more is too slow for any judgement. */
const MOST_SCALE = 6;

/** A step that exceeded its time, and the time of a trivial page (the control) measured then, in milliseconds. */
export interface Late {
  readonly budget_ms: number;
  readonly control_ms: number;
}

/** One run of an acceptance in a new browser. */
export interface Trial<R> {
  readonly result: R;
  /** Present when the acceptance may have failed only for lack of time. */
  readonly late?: Late;
  /** Whether the page or its browser crashed, which may be the browser's fault. */
  readonly crashed?: boolean;
}

/**
 * Runs an acceptance until its result is conclusive. A failure for lack of time counts only if a trivial page was
 * fast at the same time; otherwise the acceptance is repeated in a new browser, with time limits scaled by the control.
 * A crash counts if it happens in every try. Throws EnvironmentFailure when the machine remains too slow.
 */
export async function judge<R>(trial: (scale: number) => Promise<Trial<R>>): Promise<R> {
  let scale = 1;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const { result, late, crashed } = await trial(scale);
    if (crashed && attempt < TRIES) continue;
    if (crashed || !late || !isSlow(late)) return result;
    scale = nextScale(scale, late);
  }
  throw tooBusy();
}

/** Whether the machine was too slow to attribute the step's time to the app. */
export function isSlow({ budget_ms, control_ms }: Late): boolean {
  return control_ms * PATIENCE > budget_ms;
}

/** Twice the scale that the control requires, because the load varies. */
function nextScale(scale: number, { budget_ms, control_ms }: Late): number {
  return Math.min(MOST_SCALE, Math.max(2 * scale, (2 * scale * control_ms * PATIENCE) / budget_ms));
}

export function tooBusy(): GantryError {
  return new GantryError("EnvironmentFailure", "This machine is too busy to test the app in a browser.");
}
