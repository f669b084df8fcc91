import type { Execution } from "./store.ts";

/** AWS allows a redrive for this long after the end. */
const REDRIVABLE = 14 * 24 * 3600 * 1000;

/** Returns the redrive status of DescribeExecution. */
export function redriveStatus(
  { ending }: Execution,
  now: number,
): { redriveStatus: string; redriveStatusReason?: string } {
  const no = (reason: string) => ({ redriveStatus: "NOT_REDRIVABLE", redriveStatusReason: reason });
  if (!ending || ending.status === "SUCCEEDED")
    return no(`Execution is ${ending?.status ?? "RUNNING"} and cannot be redriven`);
  if (now - ending.stopDate > REDRIVABLE) return no("Execution redrivable period exceeded");
  return { redriveStatus: "REDRIVABLE" };
}
