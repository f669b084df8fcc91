/** The state machines of executions; each is defined in `statemachines/`. */
export const MACHINES = ["mission", "workflow"] as const;
export type Machine = (typeof MACHINES)[number];

/** The machines of runs: a state machine for workflows with steps, `inline` for workflows within a request. */
export const RUN_MACHINES = ["workflow", "inline"] as const satisfies readonly (Machine | "inline")[];
export type RunMachine = (typeof RUN_MACHINES)[number];

/** The environment variable that holds a machine's ARN. */
export type MachineVariable = `${Uppercase<Machine>}_MACHINE_ARN`;

/** Returns `MISSION_MACHINE_ARN` for `mission`. */
export const machineVariable = (machine: Machine): MachineVariable =>
  `${machine.toUpperCase() as Uppercase<Machine>}_MACHINE_ARN`;
