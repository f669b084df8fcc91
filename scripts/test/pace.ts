import { spawnSync } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";

/** Milliseconds of the control on an idle core of a typical server. */
const REFERENCE_MS = 120;
const CONTROL = "let x = 1; for (let i = 0; i < 4e6; i++) x = (x * 48271) % 2147483647;";
const TIMES = 3;

/** Returns the current duration of a fixed program relative to an idle typical server; at least 1. */
export function measurePace(): number {
  const times = Array.from({ length: TIMES }, controlMs).toSorted((a, b) => a - b);
  return Math.max(1, (times.at(-1) as number) / REFERENCE_MS);
}

/** More waiting processes per core mean that other programs run beside the tests. */
const MOST_WAITING = 3;

/**
 * Whether other programs kept the machine busy in the last minute, which the pace of one process may not
 * show.
 */
export function isCrowded(): boolean {
  return (loadavg()[0] as number) > MOST_WAITING * availableParallelism();
}

/** The control resembles what tests wait for: a process that starts and then computes. */
function controlMs(): number {
  const begun = performance.now();
  spawnSync(process.execPath, ["-e", CONTROL], { env: {} });
  return performance.now() - begun;
}
