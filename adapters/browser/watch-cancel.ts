import { setTimeout as pause } from "node:timers/promises";
import { GantryError } from "#core/errors.ts";

const POLL_MS = 500;

/** Aborts `over` as soon as `cancelled` is true, until `done` is aborted. A question that fails is asked again. */
export async function watchCancel(
  cancelled: () => Promise<boolean>,
  over: AbortController,
  done: AbortSignal,
): Promise<void> {
  while (!done.aborted) {
    if (await cancelled().catch(() => false))
      return over.abort(new GantryError("Cancelled", "The mission was cancelled."));
    await pause(POLL_MS, undefined, { signal: done, ref: false }).catch(() => {});
  }
}
