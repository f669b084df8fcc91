import { MISSION_WORKFLOW } from "#core/factory/mission/workflow-name.ts";
import type { WorkflowRef } from "#core/governance/execution/workflow-ref.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import machine from "#statemachines/mission.asl.json" with { type: "json" };

/**
 * The workflow of new missions: the state machine of the repository. Bundles contain only its digest. Since version 2,
 * the live address is checked after a promotion.
 */
export const FACTORY_MISSION: WorkflowRef = {
  id: MISSION_WORKFLOW,
  version: "2",
  sha256: canonicalHash(machine),
};
