import { GantryError } from "#core/errors.ts";

/** The nine states of an execution and its eleven edges; every other pair is refused. */
export const EXECUTION_EDGES = {
  CREATED: ["RUNNING"],
  RUNNING: ["WAITING_FOR_HUMAN", "COMPLETED", "TERMINATED"],
  WAITING_FOR_HUMAN: ["APPROVED", "REJECTED", "OVERRIDDEN"],
  APPROVED: ["RESUMED"],
  OVERRIDDEN: ["RESUMED"],
  RESUMED: ["RUNNING"],
  REJECTED: ["TERMINATED"],
  COMPLETED: [],
  TERMINATED: [],
} as const;

export type ExecutionState = keyof typeof EXECUTION_EDGES;
export const EXECUTION_STATES = Object.keys(EXECUTION_EDGES) as ExecutionState[];

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

/** One step of an execution, as its signal states it. `outcome` is null unless `to` is final. */
export interface Transition {
  readonly from: ExecutionState;
  readonly to: ExecutionState;
  readonly outcome: Outcome | null;
}

/** The next state, or IllegalTransition naming both. */
export function transition(from: ExecutionState, to: ExecutionState): ExecutionState {
  const allowed: readonly ExecutionState[] = EXECUTION_EDGES[from];
  if (allowed.includes(to)) return to;
  throw new GantryError("IllegalTransition", `An execution cannot go from ${from} to ${to}.`, {
    detail: { from, to, allowed },
  });
}

/** Throws IllegalTransition unless the step leaves the state that the execution is in, along an edge, with an outcome that fits. */
export function requireTransition(state: ExecutionState, { from, to, outcome }: Transition): void {
  if (from !== state)
    throw new GantryError("IllegalTransition", `The execution is ${state}; it cannot leave ${from}.`, {
      detail: { state, from, to },
    });
  transition(from, to);
  const fits = hasEnded(to) ? outcome !== null && finalState(outcome) === to : outcome === null;
  if (!fits)
    throw new GantryError("IllegalTransition", `An execution cannot be ${to} with the outcome ${outcome}.`, {
      detail: { from, to, outcome },
    });
}

export function hasEnded(state: ExecutionState): boolean {
  return EXECUTION_EDGES[state].length === 0;
}
