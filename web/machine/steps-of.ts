import type { Mission, Phase, Signal } from "#sdk/typescript/api.ts";
import { isSettled, STANDINGS } from "../missions/phases.ts";
import { STEP_NAMES, type StepName } from "./graph.ts";

/** How a step stands. `skipped`: the mission ended without it; `stopped`: it ended while the step went on. */
export type StepStanding = "ahead" | "current" | "done" | "failed" | "stopped" | "skipped";

interface StepState {
  readonly standing: StepStanding;
  /** How often it was begun. */
  readonly times: number;
}

export type StepStates = Readonly<Record<StepName, StepState>>;

const ENTERED: Partial<Readonly<Record<Phase, StepName>>> = {
  QUEUED: "Admit",
  ARCHITECTING: "Architect",
  CHECKING: "Check",
  BUILDING: "Install",
  HEALING: "Heal",
  REVIEWING: "Review",
  DEPLOYING: "Preview",
  VERIFYING: "Verify",
  PUBLISHING: "Publish",
};

/** How each step of a mission stands after these signals, oldest first. */
export function stepsOf({ status }: Pick<Mission, "status">, signals: readonly Signal[]): StepStates {
  const states = new Map<StepName, { standing: StepStanding; times: number }>(
    STEP_NAMES.map((name) => [name, { standing: "ahead", times: 0 }]),
  );
  let current: StepName | null = null;
  let newest: StepName | null = null;

  const conclude = (step: StepName, standing: "done" | "failed") => {
    const state = states.get(step);
    // A step that shares its phase with the one before is known by its result alone.
    if (state) Object.assign(state, { standing, times: Math.max(state.times, 1) });
    if (current === step) current = null;
    newest = step;
  };
  const begin = (step: StepName) => {
    if (current === step) return;
    if (current) conclude(current, "done");
    const state = states.get(step);
    // A step that is reported again right after its result is still the same one.
    const times = (state?.times ?? 0) + (newest === step ? 0 : 1);
    if (state) Object.assign(state, { standing: "current", times });
    current = step;
    newest = step;
  };
  /** Building begins with its dependencies, and deploying goes on where the mission has come to. */
  const stepFor = (phase: Phase): StepName | undefined => {
    if (phase === "BUILDING" && current === "Build") return "Build";
    if (phase !== "DEPLOYING") return ENTERED[phase];
    if (states.get("Promote")?.standing === "done") return "CheckLive";
    return states.get("Verify")?.standing === "done" ? "Promote" : "Preview";
  };

  begin("Admit");
  for (const signal of signals) {
    const { type, data } = signal;
    if (type === "gantry.mission.phase_entered") {
      const step = stepFor(data.phase);
      if (step) begin(step);
    } else if (type === "gantry.execution.transitioned") {
      if (data.to === "WAITING_FOR_HUMAN") begin("Ask");
      if (data.to === "RESUMED") conclude("Ask", "done");
      if (data.to === "COMPLETED") begin("Seal");
      if (data.to === "TERMINATED") {
        if (current) states.set(current, { times: states.get(current)?.times ?? 1, standing: "stopped" });
        current = null;
        begin("Seal");
      }
    } else if (type === "gantry.layer.ready") {
      conclude("Install", "done");
      begin("Build");
    } else if (type === "gantry.mission.failed") {
      if (current) conclude(current, "failed");
    } else {
      const result = resultOf(signal);
      if (result) conclude(...result);
    }
  }
  finish(states, status);
  return Object.fromEntries(states) as unknown as StepStates;
}

/** What a signal says of the step that it concludes. */
function resultOf({ type, data }: Signal): [StepName, "done" | "failed"] | undefined {
  const as = (step: StepName, passed: boolean): [StepName, "done" | "failed"] => [
    step,
    passed ? "done" : "failed",
  ];
  switch (type) {
    case "gantry.mission.drafted":
      return as("Architect", true);
    case "gantry.policy.evaluated":
      return as("Check", data.verdict === "allow");
    case "gantry.build.finished":
      return as("Build", data.verdict === "passed");
    case "gantry.heal.applied":
      return as("Heal", true);
    case "gantry.review.finished":
      return as("Review", data.verdict === "accept");
    case "gantry.deployment.previewed":
      return as("Preview", true);
    case "gantry.deployment.verified":
      return as("Verify", data.passed);
    case "gantry.deployment.promoted":
      return as("Promote", true);
    case "gantry.deployment.checked":
      return as("CheckLive", data.passed);
    case "gantry.pull_request.opened":
      return as("Publish", true);
    default:
      return undefined;
  }
}

/** What becomes of the seal, and of the steps that a mission that has ended did not come to. */
function finish(states: Map<StepName, { standing: StepStanding }>, status: Phase): void {
  if (!isSettled(status)) return;
  const seal = states.get("Seal");
  if (seal) seal.standing = status === "SEAL_FAILED" ? "failed" : "done";
  for (const state of states.values()) {
    if (state.standing === "ahead") state.standing = "skipped";
    if (state.standing === "current") state.standing = STANDINGS[status] === "done" ? "done" : "stopped";
  }
}
