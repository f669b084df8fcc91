import type { Clock } from "#local-cloud/states/clock.ts";

/** A clock that stands still until it is told to go to its next timer: hours of waiting cost no time. */
export interface VirtualTime extends Clock {
  /** Fires the earliest timer and moves there; false when none is left. */
  advance(): boolean;
}

export function virtualTime(start = Date.UTC(2026, 0, 1)): VirtualTime {
  let time = start;
  const timers = new Set<{ at: number; run: () => void }>();
  return {
    now: () => time,
    at(at, run) {
      const timer = { at, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance() {
      const [first] = [...timers].sort((a, b) => a.at - b.at);
      if (!first) return false;
      timers.delete(first);
      time = Math.max(time, first.at);
      first.run();
      return true;
    },
  };
}
