/** The state machines of executions; each is defined in `statemachines/`. */
export const MACHINES = ["mission", "workflow"] as const;
export type Machine = (typeof MACHINES)[number];

/** The environment variable that holds a machine's ARN. */
export type MachineVariable = `${Uppercase<Machine>}_MACHINE_ARN`;

/** Returns `MISSION_MACHINE_ARN` for `mission`. */
export const machineVariable = (machine: Machine): MachineVariable =>
  `${machine.toUpperCase() as Uppercase<Machine>}_MACHINE_ARN`;
