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

/** The next state, or IllegalTransition naming both. */
export function transition(from: ExecutionState, to: ExecutionState): ExecutionState {
  const allowed: readonly ExecutionState[] = EXECUTION_EDGES[from];
  if (allowed.includes(to)) return to;
  throw new GantryError("IllegalTransition", `An execution cannot go from ${from} to ${to}.`, {
    detail: { from, to, allowed },
  });
}

export function hasEnded(state: ExecutionState): boolean {
  return EXECUTION_EDGES[state].length === 0;
}
