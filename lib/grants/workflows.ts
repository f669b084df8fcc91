import { MACHINES, type Machine, machineVariable } from "#core/workflows/machines.ts";
import type { Grant } from "#lib/constructs/gantry-function.ts";

type Action =
  | "StartExecution"
  | "DescribeStateMachine"
  | "SendTaskSuccess"
  | "SendTaskFailure"
  | "SendTaskHeartbeat";

/**
 * Access to the state machines by operation. Completing a task token is a right on the machine that issued
 * it.
 */
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
