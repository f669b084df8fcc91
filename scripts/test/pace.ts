import { spawnSync } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";

/** Milliseconds that the control takes on an idle core of a common server. */
const REFERENCE_MS = 120;
const CONTROL = "let x = 1; for (let i = 0; i < 4e6; i++) x = (x * 48271) % 2147483647;";
const TIMES = 3;

/** How many times as long as on an idle common server a fixed program takes now; at least 1. */
export function measurePace(): number {
  const times = Array.from({ length: TIMES }, controlMs).toSorted((a, b) => a - b);
  return Math.max(1, (times.at(-1) as number) / REFERENCE_MS);
}

/** More processes than this wait for each core only where others work beside the tests. */
const MOST_WAITING = 3;

/** Whether others have kept the machine busy in the last minute, which the pace of one process need not show. */
export function isCrowded(): boolean {
  return (loadavg()[0] as number) > MOST_WAITING * availableParallelism();
}

/** The control is what tests wait for: a process that starts and then computes. */
function controlMs(): number {
  const begun = performance.now();
  spawnSync(process.execPath, ["-e", CONTROL], { env: {} });
  return performance.now() - begun;
}
