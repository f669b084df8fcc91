/** Phases of a mission that has not ended, in their usual order, and SEALING. */
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

/** Phases of a mission whose evidence is sealed. */
export const FINAL_PHASES = [
  "DEPLOYED",
  "SUCCEEDED",
  "FAILED",
  "BLOCKED",
  "TIMED_OUT",
  "REJECTED",
  "CANCELLED",
] as const;

/** All phases. SEAL_FAILED: the mission has ended, but its evidence could not be written. */
export const PHASES = [...WORKING_PHASES, "SEAL_FAILED", ...FINAL_PHASES] as const;

export type WorkingPhase = (typeof WORKING_PHASES)[number];
export type FinalPhase = (typeof FINAL_PHASES)[number];
export type Phase = (typeof PHASES)[number];

export function isFinal(phase: Phase): phase is FinalPhase {
  return (FINAL_PHASES as readonly string[]).includes(phase);
}

/** Whether no more work is done on a mission in this phase, sealed or not. */
export function isSettled(phase: Phase): boolean {
  return isFinal(phase) || phase === "SEAL_FAILED";
}
