import type { EventBridgeEvent } from "./event.ts";

/** One event on its way to one target. */
export interface Delivery {
  readonly id: string;
  readonly rule: string;
  readonly target: string;
  readonly event: EventBridgeEvent;
  /** When the event was put, in milliseconds since the epoch. */
  readonly since: number;
  readonly attempts: number;
}

export type Line =
  | { type: "due"; delivery: Delivery }
  | { type: "failed"; id: string; attempts: number }
  | { type: "done"; id: string };

/** Returns the unfinished deliveries of a journal. */
export function replay(entries: readonly (readonly Line[])[]): Map<string, Delivery> {
  const pending = new Map<string, Delivery>();
  for (const line of entries.flat()) {
    if (line.type === "due") pending.set(line.delivery.id, line.delivery);
    else if (line.type === "done") pending.delete(line.id);
    else {
      const delivery = pending.get(line.id);
      if (delivery) pending.set(line.id, { ...delivery, attempts: line.attempts });
    }
  }
  return pending;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10 * 60_000;

/**
 * Returns the pause after a number of failed attempts: it doubles, with jitter so that retries do not
 * coincide.
 */
export function backoff(attempts: number): number {
  const full = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));
  return full / 2 + (Math.random() * full) / 2;
}
