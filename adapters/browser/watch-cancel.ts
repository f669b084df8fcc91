import { setTimeout as pause } from "node:timers/promises";
import { GantryError } from "#core/kernel/errors.ts";

/** Each question reads the mission from the table, so a run of half a minute asks some fifteen times. */
const POLL_MS = 2000;

/** Aborts `over` soon after `cancelled` is true, until `done` is aborted. A question that fails is asked again. */
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
