import type { WorkflowRef } from "#core/governance/execution/workflow-ref.ts";
import { getJsonArtifact, putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { type Definition, definitionSchema, workflowRef } from "#core/workflows/definition.ts";

/** Stores a definition as an artifact and returns the reference that pins a run to it. */
export async function pinDefinition(
  { artifacts }: WithArtifacts,
  tenant: string,
  definition: Definition,
): Promise<WorkflowRef> {
  await putArtifact(artifacts, tenant, canonicalJson(definition));
  return workflowRef(definition);
}

/** The definition that a run is pinned to. Throws Internal when it is missing or does not have the pinned digest. */
export async function pinnedDefinition(
  { artifacts }: WithArtifacts,
  { tenant, workflow }: { readonly tenant: string; readonly workflow: WorkflowRef | null },
): Promise<Definition> {
  if (!workflow) throw new GantryError("Internal", "The run has no pinned workflow.");
  return definitionSchema.parse(await getJsonArtifact(artifacts, tenant, workflow.sha256));
}
