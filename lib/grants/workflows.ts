import type { Grant } from "#lib/gantry-function.ts";

type Action =
  | "StartExecution"
  | "DescribeStateMachine"
  | "SendTaskSuccess"
  | "SendTaskFailure"
  | "SendTaskHeartbeat";

/** The mission machine, by operation. A task token is answered in the name of the machine it came from. */
export function onMissions(machineArn: string, ...actions: readonly Action[]): Grant {
  return (fn) => {
    fn.env("MISSION_MACHINE_ARN", machineArn);
    if (actions.length === 0) return;
    fn.allow({ actions: actions.map((action) => `states:${action}`), resources: [machineArn] });
  };
}
