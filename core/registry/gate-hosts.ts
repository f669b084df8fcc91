import { conversationHost } from "#core/factory/conversation/host.ts";
import type { Execution } from "#core/governance/execution/execution.ts";
import type { GateHosts } from "#core/governance/gate/hosts.ts";
import type { GateSubject } from "#core/governance/gate/subject.ts";
import { REGISTRY } from "#core/registry/workflows.ts";

/** The hosts of gates: for consultations, and for executions by workflow. */
export const GATE_HOSTS: GateHosts = ({ kind }, state) => {
  if (kind === "conversation") return conversationHost;
  if (kind !== "execution") return undefined;
  const { workflow } = state as GateSubject & Pick<Execution, "workflow">;
  return REGISTRY(workflow?.id)?.host;
};
