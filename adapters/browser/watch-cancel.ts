import { setTimeout as pause } from "node:timers/promises";
import { GantryError } from "#core/kernel/errors.ts";

/** Each poll reads the mission from the table, so a run of half a minute reads it about fifteen times. */
const POLL_MS = 2000;

/** Polls `cancelled` until `done` is aborted, and aborts `over` when it returns true. A failed poll is repeated. */
export async function watchCancel(
  cancelled: () => Promise<boolean>,
  over: AbortController,
  done: AbortSignal,
): Promise<void> {
  while (!done.aborted) {
    await pause(POLL_MS, undefined, { signal: done, ref: false }).catch(() => {});
    if (!done.aborted && (await cancelled().catch(() => false)))
      return over.abort(new GantryError("Cancelled", "The mission was cancelled."));
  }
}
