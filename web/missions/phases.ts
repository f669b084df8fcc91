import type { Phase } from "#sdk/typescript/api.ts";

/** How a mission stands, for its color and icon. */
export type Standing = "running" | "waiting" | "done" | "failed" | "cancelled";

export const STANDINGS: Readonly<Record<Phase, Standing>> = {
  AWAITING_INPUT: "waiting",
  QUEUED: "running",
  ARCHITECTING: "running",
  CHECKING: "running",
  BUILDING: "running",
  HEALING: "running",
  REVIEWING: "running",
  AWAITING_APPROVAL: "waiting",
  DEPLOYING: "running",
  VERIFYING: "running",
  PUBLISHING: "running",
  SEALING: "running",
  SEAL_FAILED: "failed",
  DEPLOYED: "done",
  SUCCEEDED: "done",
  FAILED: "failed",
  BLOCKED: "failed",
  TIMED_OUT: "failed",
  REJECTED: "cancelled",
  CANCELLED: "cancelled",
};

/** Whether nothing more happens in this phase. */
export function isSettled(phase: Phase): boolean {
  const standing = STANDINGS[phase];
  return standing === "done" || standing === "failed" || standing === "cancelled";
}
