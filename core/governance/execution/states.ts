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

export function hasEnded(state: ExecutionState): boolean {
  return EXECUTION_EDGES[state].length === 0;
}

/** Whether a signal is the transition that ended its execution. */
export function isEnding({ type, data }: { readonly type: string; readonly data: object }): boolean {
  return type === "gantry.execution.transitioned" && hasEnded((data as { to: ExecutionState }).to);
}
