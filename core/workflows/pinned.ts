import type { WorkflowRef } from "#core/governance/execution/workflow-ref.ts";
import { getJsonArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { definitionSchema, type StepsDefinition } from "#core/workflows/definition.ts";

/**
 * The definition that a run with steps is pinned to. Throws Internal when it is missing or does not have the pinned
 * digest.
 */
export async function pinnedDefinition(
  { artifacts }: WithArtifacts,
  { tenant, workflow }: { readonly tenant: string; readonly workflow: WorkflowRef | null },
): Promise<StepsDefinition> {
  if (!workflow) throw new GantryError("Internal", "The run has no pinned workflow.");
  const definition = definitionSchema.parse(await getJsonArtifact(artifacts, tenant, workflow.sha256));
  if (definition.machine === "workflow") return definition;
  throw new GantryError("Internal", `The workflow ${workflow.id} has no steps.`);
}
