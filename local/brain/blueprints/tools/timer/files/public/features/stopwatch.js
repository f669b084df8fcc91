/** A stopwatch: `before` is the time measured in earlier runs, `start` when this run began, `laps` elapsed times. */
export const STOPPED = { before: 0, start: null, laps: [] };

export function elapsed({ before, start }, now) {
  return start === null ? before : before + Math.max(0, now - start);
}

export function toggle(watch, now) {
  return watch.start === null ? { ...watch, start: now } : { ...watch, before: elapsed(watch, now), start: null };
}

/** Notes the time of a lap; a stopped watch notes nothing. */
export function lap(watch, now) {
  return watch.start === null ? watch : { ...watch, laps: [...watch.laps, elapsed(watch, now)].slice(-99) };
}

/** Each lap's own time and the total, newest first. */
export function lapTimes({ laps }) {
  return laps.map((total, index) => ({ number: index + 1, own: total - (laps[index - 1] ?? 0), total })).reverse();
}

/** A stored stopwatch; throws when it cannot be one. */
export function parseWatch(value) {
  const time = (number) => Number.isFinite(number) && number >= 0;
  const good = time(value?.before) && (value.start === null || time(value.start)) && Array.isArray(value.laps);
  if (!good) throw new TypeError("no stopwatch");
  return { before: value.before, start: value.start, laps: value.laps.filter(time) };
}
