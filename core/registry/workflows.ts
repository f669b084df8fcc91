import { missionWorkflow } from "#core/factory/mission/workflow.ts";
import { MISSION_WORKFLOW } from "#core/factory/mission/workflow-name.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { BUILT_IN } from "#core/workflows/built-in.ts";
import { dataWorkflow } from "#core/workflows/data-workflow.ts";
import type { Registry, Workflow } from "#core/workflows/registry.ts";

const WORKFLOWS: ReadonlyMap<string, Workflow<WithPolicies>> = new Map([
  [MISSION_WORKFLOW, missionWorkflow],
  ...BUILT_IN.map(({ id }) => [id, dataWorkflow] as const),
]);

/** Finds a workflow of the product by its id. */
export const REGISTRY: Registry<WithPolicies> = (id) => WORKFLOWS.get(id ?? "");
