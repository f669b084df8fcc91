/**
 * A countdown, kept as points in time and not as ticks: in a background tab, where ticks come late, it stays right.
 * `length` and `left` are milliseconds; `end` is the time at which a running one is over, and null while it is stopped.
 */
export const MAX_LENGTH = (99 * 3600 + 59 * 60 + 59) * 1000;

export function createTimer(length) {
  return { length, left: length, end: null };
}

export function remaining({ left, end }, now) {
  return end === null ? left : Math.max(0, end - now);
}

export function isRunning({ end }) {
  return end !== null;
}

export function isOver({ left, end }) {
  return end === null && left === 0;
}

/** Goes on, or starts again once it is over. */
export function start(timer, now) {
  if (isRunning(timer) || timer.length === 0) return timer;
  return { ...timer, end: now + (timer.left || timer.length) };
}

export function pause(timer, now) {
  return { ...timer, left: remaining(timer, now), end: null };
}

export function reset({ length }) {
  return createTimer(length);
}

/** Some more time, whether it runs or not. */
export function extend(timer, ms, now) {
  const left = Math.min(MAX_LENGTH, remaining(timer, now) + ms);
  return { length: Math.max(timer.length, left), left, end: isRunning(timer) ? now + left : null };
}

/** A running timer whose end has passed is stopped with nothing left. */
export function settle(timer, now) {
  return isRunning(timer) && remaining(timer, now) === 0 ? { ...timer, left: 0, end: null } : timer;
}

/** The part that is left, from 1 down to 0. */
export function shareLeft(timer, now) {
  return timer.length === 0 ? 0 : remaining(timer, now) / timer.length;
}

/** The length in milliseconds that three fields hold, or null when they hold none. */
export function readLength({ hours, minutes, seconds }) {
  const parts = [hours, minutes, seconds].map((text) => (String(text).trim() === "" ? 0 : Number(text)));
  if (parts.some((part) => !Number.isInteger(part) || part < 0)) return null;
  const length = (parts[0] * 3600 + parts[1] * 60 + parts[2]) * 1000;
  return length > 0 && length <= MAX_LENGTH ? length : null;
}

/** A stored timer; throws when it cannot be one. */
export function parseTimer(value) {
  const time = (number) => Number.isFinite(number) && number >= 0;
  if (!time(value?.length) || !time(value.left) || !(value.end === null || time(value.end))) throw new TypeError("no timer");
  return { length: value.length, left: value.left, end: value.end };
}
