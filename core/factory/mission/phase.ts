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

/** Where a mission rests whose evidence is sealed. */
export const FINAL_PHASES = [
  "DEPLOYED",
  "SUCCEEDED",
  "FAILED",
  "BLOCKED",
  "TIMED_OUT",
  "REJECTED",
  "CANCELLED",
] as const;

/** SEAL_FAILED: a mission has ended, and its evidence cannot be written for now. */
export const PHASES = [...WORKING_PHASES, "SEAL_FAILED", ...FINAL_PHASES] as const;

export type WorkingPhase = (typeof WORKING_PHASES)[number];
export type FinalPhase = (typeof FINAL_PHASES)[number];
export type Phase = (typeof PHASES)[number];

export function isFinal(phase: Phase): phase is FinalPhase {
  return (FINAL_PHASES as readonly string[]).includes(phase);
}

/** Whether the factory is done with a mission in this phase, sealed or not. */
export function isSettled(phase: Phase): boolean {
  return isFinal(phase) || phase === "SEAL_FAILED";
}
