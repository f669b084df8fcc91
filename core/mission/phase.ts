/** What people see of a mission, in the order it usually happens. */
export const WORKING_PHASES = [
  "AWAITING_INPUT",
  "QUEUED",
  "ARCHITECTING",
  "CHECKING",
  "BUILDING",
  "HEALING",
  "REVIEWING",
  "AWAITING_APPROVAL",
  "DEPLOYING",
  "VERIFYING",
  "PUBLISHING",
  "SEALING",
] as const;

export const FINAL_PHASES = ["DEPLOYED", "SUCCEEDED", "FAILED", "BLOCKED", "TIMED_OUT", "CANCELLED"] as const;

export type WorkingPhase = (typeof WORKING_PHASES)[number];
export type FinalPhase = (typeof FINAL_PHASES)[number];
export type Phase = WorkingPhase | FinalPhase;

export function isFinal(phase: Phase): phase is FinalPhase {
  return (FINAL_PHASES as readonly string[]).includes(phase);
}
