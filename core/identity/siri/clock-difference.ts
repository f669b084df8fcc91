import { epochMs } from "#core/identity/siri/headers.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** The largest accepted difference between the phone's clock and the server's. */
const MAX_DIFFERENCE_SECONDS = 300;

/** Seconds by which a timestamp is behind the server's time; negative when it is ahead. */
export const secondsBehind = (timestamp: string, now: number): number =>
  Math.round((now - epochMs(timestamp)) / 1000);

/** Whether a timestamp is at most 300 s from the server's time. */
export const isCurrent = (timestamp: string, now: number): boolean =>
  Math.abs(now - epochMs(timestamp)) <= MAX_DIFFERENCE_SECONDS * 1000;

/** Throws StaleRequest unless the timestamp is current. */
export function requireCurrent(timestamp: string, now: number): void {
  if (isCurrent(timestamp, now)) return;
  const behind = secondsBehind(timestamp, now);
  throw new GantryError(
    "StaleRequest",
    `X-Gantry-Timestamp is ${Math.abs(behind)} seconds ${behind > 0 ? "behind" : "ahead of"} the server's time, ${new Date(now).toISOString()}; at most ${MAX_DIFFERENCE_SECONDS} are accepted. Let the phone set its time automatically.`,
    { field: "X-Gantry-Timestamp", detail: { seconds_behind: behind } },
  );
}
