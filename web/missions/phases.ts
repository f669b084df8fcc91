import type { Phase } from "#sdk/typescript/api.ts";

/** How a mission stands, for its color and icon. */
export type Standing = "running" | "waiting" | "done" | "failed" | "cancelled";

interface PhaseWords {
  readonly name: string;
  readonly standing: Standing;
  /** What happens now and what comes next. */
  readonly sentence: string;
}

/** Phases in people's words. */
export const PHASES: Readonly<Record<Phase, PhaseWords>> = {
  AWAITING_INPUT: {
    name: "Waiting for you",
    standing: "waiting",
    sentence: "It waits for your answer, for as long as you need.",
  },
  QUEUED: {
    name: "Queued",
    standing: "running",
    sentence: "It starts as soon as a builder is free, usually within seconds.",
  },
  ARCHITECTING: {
    name: "Drafting",
    standing: "running",
    sentence: "The code is written. Generated apps take about a second, a model's pages some minutes.",
  },
  CHECKING: {
    name: "Checking policy",
    standing: "running",
    sentence: "The policy is applied to every file before anything runs.",
  },
  BUILDING: {
    name: "Building and testing",
    standing: "running",
    sentence: "The app is built and its tests run in an isolated builder. A review comes next.",
  },
  HEALING: {
    name: "Repairing",
    standing: "running",
    sentence: "A failure was found and is being repaired. The build starts again afterwards.",
  },
  REVIEWING: {
    name: "Reviewing",
    standing: "running",
    sentence: "The critic reads the draft. Deployment comes next.",
  },
  AWAITING_APPROVAL: {
    name: "Waiting for approval",
    standing: "waiting",
    sentence: "A person has to decide before it goes on. Waiting costs nothing.",
  },
  DEPLOYING: {
    name: "Deploying",
    standing: "running",
    sentence: "The app is being deployed, usually within seconds.",
  },
  VERIFYING: {
    name: "Trying it in a browser",
    standing: "running",
    sentence: "A real browser performs what the plan promises. It goes live if all of it works.",
  },
  PUBLISHING: {
    name: "Opening a pull request",
    standing: "running",
    sentence: "The code goes to its repository as a pull request.",
  },
  SEALING: {
    name: "Sealing the evidence",
    standing: "running",
    sentence: "What happened is sealed. This is the last step.",
  },
  SEAL_FAILED: {
    name: "Evidence not sealed",
    standing: "failed",
    sentence: "It has ended, but its evidence could not be written.",
  },
  DEPLOYED: { name: "Live", standing: "done", sentence: "The app is live, and its evidence is sealed." },
  SUCCEEDED: { name: "Built", standing: "done", sentence: "The app is built, and its evidence is sealed." },
  FAILED: { name: "Failed", standing: "failed", sentence: "It could not be built." },
  BLOCKED: { name: "Blocked by policy", standing: "failed", sentence: "The policy does not allow this app." },
  TIMED_OUT: { name: "Out of time", standing: "failed", sentence: "It took longer than its limit." },
  REJECTED: {
    name: "Rejected",
    standing: "cancelled",
    sentence: "It was rejected by a person, and nothing was deployed.",
  },
  CANCELLED: { name: "Cancelled", standing: "cancelled", sentence: "It was cancelled." },
};

/** Whether nothing more happens in this phase. */
export function isSettled(phase: Phase): boolean {
  const { standing } = PHASES[phase];
  return standing === "done" || standing === "failed" || standing === "cancelled";
}
