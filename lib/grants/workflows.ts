import { MACHINES, type Machine, machineVariable } from "#core/workflows/machines.ts";
import type { Grant } from "#lib/constructs/gantry-function.ts";

type Action =
  | "StartExecution"
  | "DescribeStateMachine"
  | "SendTaskSuccess"
  | "SendTaskFailure"
  | "SendTaskHeartbeat";

/** The state machines, by operation. A task token is answered in the name of the machine it came from. */
export function onMachines(
  machines: Readonly<Record<Machine, string>>,
  ...actions: readonly Action[]
): Grant {
  return (fn) => {
    for (const machine of MACHINES) fn.env(machineVariable(machine), machines[machine]);
    if (actions.length === 0) return;
    fn.allow({
      actions: actions.map((action) => `states:${action}`),
      resources: Object.values(machines),
    });
  };
}
