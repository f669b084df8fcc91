import type { Clock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** Upper limit of the first random wait; it doubles with each attempt. */
const FIRST_WAIT_MS = 20;
const LONGEST_WAIT_MS = 1000;
/**
 * Limit of the sum of all waits. The attempts themselves do not count, so a slow machine gets as many as a fast one.
 */
const TOTAL_WAIT_MS = 5000;

const RETRY_AFTER_SECONDS = 5;

/** The error of a writer whose attempts all conflicted, with the time after which it may try again. */
export function conflict(message: string, detail: object = {}): GantryError {
  return new GantryError("Conflict", message, {
    detail: { ...detail, retry_after_seconds: RETRY_AFTER_SECONDS },
  });
}

/**
 * Repeats `attempt` until it returns a value; undefined means a conflict with another writer. Waits in between with
 * full jitter (a random time below a doubling limit; Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture
 * Blog), so that many writers do not collide again. Throws `lost()` after waiting for 5 s in total.
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
