/** A clock that starts with the first move: `start` and `end` are points in time, or null. */
export const NOT_STARTED = { start: null, end: null };

export function started(clock, now) {
  return clock.start === null ? { start: now, end: null } : clock;
}

export function stopped(clock, now) {
  return clock.start === null || clock.end !== null ? clock : { ...clock, end: now };
}

/** Milliseconds from the first move to the last one, or until now. */
export function timeOf({ start, end }, now) {
  return start === null ? 0 : Math.max(0, (end ?? now) - start);
}
