import { GantryError } from "#core/kernel/errors.ts";

/** A step may take this many times as long as the control beside it. */
const PATIENCE = 10;
const TRIES = 3;
/** More time than this per step only hides that the machine cannot judge anything. */
const MOST_SCALE = 6;

/** A step that used up its time, and what a page that needs nothing took at the same moment, in milliseconds. */
export interface Late {
  readonly budget_ms: number;
  readonly control_ms: number;
}

/** One run of an acceptance in a fresh browser. */
export interface Trial<R> {
  readonly result: R;
  /** Its result may be for want of time only. */
  readonly late?: Late;
  /** The page or its browser crashed, which may be the browser's own fault. */
  readonly crashed?: boolean;
}

/**
 * Runs an acceptance until its result says something about the app. A failure for want of time counts only when a page
 * that needs nothing was quick at the same moment; otherwise the acceptance is repeated in a fresh browser, with the
 * time of each step scaled by what the control took. A crash counts when it happens every time. Throws EnvironmentFailure
 * when the machine stays too slow.
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

/** Whether the machine was too slow for the step's time to say anything about the app. */
export function isSlow({ budget_ms, control_ms }: Late): boolean {
  return control_ms * PATIENCE > budget_ms;
}

/** Twice what the control asks for, because load comes and goes. */
function nextScale(scale: number, { budget_ms, control_ms }: Late): number {
  return Math.min(MOST_SCALE, Math.max(2 * scale, (2 * scale * control_ms * PATIENCE) / budget_ms));
}

export function tooBusy(): GantryError {
  return new GantryError("EnvironmentFailure", "This machine is too busy to judge the app in a browser.");
}
