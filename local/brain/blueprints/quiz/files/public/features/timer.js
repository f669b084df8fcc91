export const SECONDS = 20;

/** Whole seconds left of a question that was shown at `start`, both times in milliseconds. */
export function secondsLeft(start, now, seconds = SECONDS) {
  return Math.max(0, Math.ceil(seconds - (now - start) / 1000));
}
