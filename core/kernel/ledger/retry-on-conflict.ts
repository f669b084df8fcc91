import type { Clock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** The first wait is a random part of this; the range doubles with each attempt. */
const FIRST_WAIT_MS = 20;
const LONGEST_WAIT_MS = 1000;
/** All waits together. The duration of the attempts does not count, so a slow machine gets as many as a fast one. */
const TOTAL_WAIT_MS = 5000;

const RETRY_AFTER_SECONDS = 5;

/** The error of a writer that lost every race, with the time after which it may try again. */
export function conflict(message: string, detail: object = {}): GantryError {
  return new GantryError("Conflict", message, {
    detail: { ...detail, retry_after_seconds: RETRY_AFTER_SECONDS },
  });
}

/**
 * Repeats an attempt that other writers made impossible, until it returns something. In between it waits with full
 * jitter (a random time below a limit that doubles; Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture
 * Blog), so that many writers do not meet again. Throws `lost()` after waiting 5 s in all.
 */
export async function retryOnConflict<T>(
  clock: Pick<Clock, "jitter">,
  attempt: () => Promise<T | undefined>,
  lost: () => Error,
): Promise<T> {
  let waited = 0;
  for (let longest = FIRST_WAIT_MS; ; longest = Math.min(2 * longest, LONGEST_WAIT_MS)) {
    const result = await attempt();
    if (result !== undefined) return result;
    if (waited >= TOTAL_WAIT_MS) throw lost();
    waited += await clock.jitter(longest);
  }
}
