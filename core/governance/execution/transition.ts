import { EXECUTION_EDGES, type ExecutionState, hasEnded } from "#core/governance/execution/states.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** How an execution ended. */
export const OUTCOMES = [
  "succeeded",
  "partial",
  "failed",
  "blocked",
  "timed_out",
  "rejected",
  "cancelled",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The state in which an execution with this outcome ends. */
export function finalState(outcome: Outcome): "COMPLETED" | "TERMINATED" {
  return outcome === "succeeded" || outcome === "partial" ? "COMPLETED" : "TERMINATED";
}

/** A transition of an execution, as its signal states it. `outcome` is null unless `to` is final. */
export interface Transition {
  readonly from: ExecutionState;
  readonly to: ExecutionState;
  readonly outcome: Outcome | null;
}

/** Returns `to`. Throws IllegalTransition, naming both states, when the transition is not permitted. */
export function requireEdge(from: ExecutionState, to: ExecutionState): ExecutionState {
  const allowed: readonly ExecutionState[] = EXECUTION_EDGES[from];
  if (allowed.includes(to)) return to;
  throw new GantryError("IllegalTransition", `An execution cannot go from ${from} to ${to}.`, {
    detail: { from, to, allowed },
  });
}

/**
 * Throws IllegalTransition unless `from` is the current state, the edge exists and the outcome matches the new state.
 */
export function requireTransition(state: ExecutionState, { from, to, outcome }: Transition): void {
  if (from !== state)
    throw new GantryError("IllegalTransition", `The execution is ${state}; it cannot leave ${from}.`, {
      detail: { state, from, to },
    });
  requireEdge(from, to);
  const fits = hasEnded(to) ? outcome !== null && finalState(outcome) === to : outcome === null;
  if (!fits)
    throw new GantryError("IllegalTransition", `An execution cannot be ${to} with the outcome ${outcome}.`, {
      detail: { from, to, outcome },
    });
}

/**
 * The transitions from a state to the end with this outcome: an open gate is rejected, and an execution that never
 * ran is started first. Empty when it has already ended this way. Throws IllegalTransition when it has ended
 * differently, and for a success at an open gate.
 */
export function stepsToEnd(state: ExecutionState, outcome: Outcome): Transition[] {
  if (state === finalState(outcome)) return [];
  const to = towards(state, finalState(outcome));
  const step = { from: state, to, outcome: hasEnded(to) ? outcome : null };
  return [step, ...stepsToEnd(to, outcome)];
}

function towards(state: ExecutionState, end: "COMPLETED" | "TERMINATED"): ExecutionState {
  switch (state) {
    case "RUNNING":
      return end;
    case "WAITING_FOR_HUMAN":
      return requireEdge(state, "REJECTED");
    default: {
      const [only] = EXECUTION_EDGES[state];
      return only ?? requireEdge(state, end);
    }
  }
}
