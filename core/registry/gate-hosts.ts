import { conversationHost } from "#core/factory/conversation/host.ts";
import { missionHost } from "#core/factory/mission/host.ts";
import { MISSION_WORKFLOW } from "#core/factory/mission/workflow-name.ts";
import type { Execution } from "#core/governance/execution/execution.ts";
import type { GateHost, GateHosts } from "#core/governance/gate/hosts.ts";
import type { GateSubject } from "#core/governance/gate/subject.ts";
import { BUILT_IN } from "#core/workflows/built-in.ts";
import { runHost } from "#core/workflows/run-host.ts";

/** The hosts of gates on executions, by workflow. */
const BY_WORKFLOW: ReadonlyMap<string, GateHost> = new Map([
  [MISSION_WORKFLOW, missionHost as GateHost],
  ...BUILT_IN.map(({ id }) => [id, runHost as GateHost] as const),
]);

/** The hosts of gates: for consultations, and for executions by workflow. */
export const GATE_HOSTS: GateHosts = ({ kind }, state) => {
  if (kind === "conversation") return conversationHost;
  if (kind !== "execution") return undefined;
  const { workflow } = state as GateSubject & Pick<Execution, "workflow">;
  return BY_WORKFLOW.get(workflow?.id ?? "");
};
