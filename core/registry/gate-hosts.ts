import { conversationHost } from "#core/factory/conversation/host.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missions } from "#core/factory/mission/missions.ts";
import { MISSION_WORKFLOW } from "#core/factory/mission/workflow-name.ts";
import { requireGoing } from "#core/factory/steps/context.ts";
import type { Execution } from "#core/governance/execution/execution.ts";
import type { GateHost, GateHosts } from "#core/governance/gate/hosts.ts";
import type { GateSubject } from "#core/governance/gate/subject.ts";

const missionHost: GateHost<Mission> = { projection: missions, requireGoing };

/** Executions that gates are opened on, by their workflow. */
const EXECUTIONS: ReadonlyMap<string, GateHost> = new Map([[MISSION_WORKFLOW, missionHost]]);

/** Everything in the product that gates are opened on. */
export const GATE_HOSTS: GateHosts = ({ kind }, state) => {
  if (kind === "conversation") return conversationHost;
  if (kind !== "execution") return undefined;
  const { workflow } = state as GateSubject & Pick<Execution, "workflow">;
  return EXECUTIONS.get(workflow?.id ?? "");
};
