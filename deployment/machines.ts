import type { Machine } from "#core/workflows/machines.ts";
import type { FunctionName } from "./functions.ts";
import { GATE_STEPS } from "./gate-steps.ts";
import { MISSION_STEPS } from "./mission-steps.ts";
import { WORKFLOW_STEPS } from "./workflow-steps.ts";

interface MachineRow {
  /** The ASL file, from the repository's root. */
  readonly definition: `statemachines/${string}.asl.json`;
  /** The functions that its states call; each has a placeholder in the definition. */
  readonly functions: readonly FunctionName[];
}

/** The definition of each state machine. */
export const MACHINE_ROWS = {
  mission: {
    definition: "statemachines/mission.asl.json",
    functions: namesOf({ ...MISSION_STEPS, ...GATE_STEPS }),
  },
  workflow: {
    definition: "statemachines/workflow.asl.json",
    functions: namesOf({ ...WORKFLOW_STEPS, ...GATE_STEPS }),
  },
} as const satisfies Readonly<Record<Machine, MachineRow>>;

/** Returns the placeholder of a function's ARN in a definition: `StopBuildFunctionArn` for `stop-build`. */
export function placeholderOf(name: FunctionName): string {
  const words = name.split("-").map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return `${words.join("")}FunctionArn`;
}

type FunctionOf<M extends Machine> = (typeof MACHINE_ROWS)[M]["functions"][number];

/** Returns the functions that a machine's states call, by their placeholders. */
export function machineFunctions<M extends Machine>(machine: M): ReadonlyMap<string, FunctionOf<M>> {
  return new Map(MACHINE_ROWS[machine].functions.map((name) => [placeholderOf(name), name]));
}

function namesOf<N extends string>(rows: Readonly<Record<N, unknown>>): readonly N[] {
  return Object.keys(rows) as N[];
}
