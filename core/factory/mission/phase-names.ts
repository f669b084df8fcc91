import type { PhaseSpan } from "#core/factory/mission/mission.ts";
import type { Phase } from "#core/factory/mission/phase.ts";

/** Names of phases for people. */
export const PHASE_NAMES: Record<Phase, string> = {
  AWAITING_INPUT: "Waiting for an answer",
  QUEUED: "Queued",
  ARCHITECTING: "Drafting",
  CHECKING: "Checking policy",
  BUILDING: "Building and auditing",
  HEALING: "Repairing",
  REVIEWING: "Reviewing",
  AWAITING_APPROVAL: "Waiting for approval",
  DEPLOYING: "Deploying",
  VERIFYING: "Trying it in a browser",
  PUBLISHING: "Opening a pull request",
  SEALING: "Sealing the evidence",
  SEAL_FAILED: "Evidence not sealed",
  DEPLOYED: "Live",
  SUCCEEDED: "Built",
  FAILED: "Failed",
  BLOCKED: "Blocked by policy",
  TIMED_OUT: "Out of time",
  REJECTED: "Rejected",
  CANCELLED: "Cancelled",
};

/** The label of the phase at `index`. Later attempts are numbered; DEPLOYING after VERIFYING is the promotion. */
export function spanLabel(phases: readonly Pick<PhaseSpan, "phase" | "attempt">[], index: number): string {
  const span = phases.at(index);
  if (!span) return "";
  if (span.phase === "DEPLOYING" && phases.at(index - 1)?.phase === "VERIFYING") return "Going live";
  return phaseLabel(span.phase, span.attempt);
}

/** The label of a phase. Attempts after the first are numbered. */
export function phaseLabel(phase: Phase, attempt: number): string {
  return attempt > 1 ? `${PHASE_NAMES[phase]}, attempt ${attempt}` : PHASE_NAMES[phase];
}

/** Formats a duration: `0.8 s`, `12.3 s`, `2 min 05 s`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}
