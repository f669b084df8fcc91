import { MISSION_WORKFLOW } from "#core/factory/mission/workflow-name.ts";
import type { WorkflowRef } from "#core/governance/execution/workflow-ref.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import machine from "#statemachines/mission.asl.json" with { type: "json" };

/** What a new mission follows: the state machine as it is in the repository. Bundles have its digest alone. */
export const FACTORY_MISSION: WorkflowRef = {
  id: MISSION_WORKFLOW,
  version: "1",
  sha256: canonicalHash(machine),
};
