import type { Phase } from "#sdk/typescript/api.ts";

interface PhaseWords {
  readonly name: string;
  /** What happens now and what comes next. */
  readonly sentence: string;
}

/** Phases in people's words. */
export const phases: Readonly<Record<Phase, PhaseWords>> = {
  AWAITING_INPUT: {
    name: "Waiting for you",
    sentence: "It waits for your answer, for as long as you need.",
  },
  QUEUED: {
    name: "Queued",
    sentence: "It starts as soon as a builder is free.",
  },
  ARCHITECTING: {
    name: "Drafting",
    sentence: "The code is written: by the generator, or by a model, which takes longer.",
  },
  CHECKING: {
    name: "Checking policy",
    sentence: "The policy is applied to every file before anything runs.",
  },
  BUILDING: {
    name: "Building and testing",
    sentence: "The app is built and its tests run in an isolated builder. A review comes next.",
  },
  HEALING: {
    name: "Repairing",
    sentence: "A failure was found and is being repaired. The build starts again afterwards.",
  },
  REVIEWING: {
    name: "Reviewing",
    sentence: "The critic reads the draft. Deployment comes next.",
  },
  AWAITING_APPROVAL: {
    name: "Waiting for approval",
    sentence: "A person has to decide before it goes on. Waiting costs nothing.",
  },
  DEPLOYING: {
    name: "Deploying",
    sentence: "The app is being deployed. It waits for the host to serve it.",
  },
  VERIFYING: {
    name: "Trying it in a browser",
    sentence: "A real browser performs what the plan promises. It goes live if all of it works.",
  },
  PUBLISHING: {
    name: "Opening a pull request",
    sentence: "The code goes to its repository as a pull request.",
  },
  SEALING: {
    name: "Sealing the evidence",
    sentence: "What happened is sealed. This is the last step.",
  },
  SEAL_FAILED: {
    name: "Evidence not sealed",
    sentence: "It has ended, but its evidence could not be written.",
  },
  DEPLOYED: { name: "Live", sentence: "The app is live, and its evidence is sealed." },
  SUCCEEDED: { name: "Built", sentence: "The app is built, and its evidence is sealed." },
  FAILED: { name: "Failed", sentence: "It could not be built." },
  BLOCKED: { name: "Blocked by policy", sentence: "The policy does not allow this app." },
  TIMED_OUT: { name: "Out of time", sentence: "It took longer than its limit." },
  REJECTED: {
    name: "Rejected",
    sentence: "It was rejected by a person, and nothing was deployed.",
  },
  CANCELLED: { name: "Cancelled", sentence: "It was cancelled." },
};
