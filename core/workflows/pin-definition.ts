import type { WorkflowRef } from "#core/governance/execution/workflow-ref.ts";
import { putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalHash, canonicalJson } from "#core/kernel/canonical.ts";
import type { Definition } from "#core/workflows/definition.ts";

/** The reference that pins an execution to this definition. */
export function workflowRef(definition: Definition): WorkflowRef {
  const { id, version } = definition;
  return { id, version, sha256: canonicalHash(definition) };
}

/** Stores a definition as an artifact and returns the reference that pins a run to it. */
export async function pinDefinition(
  { artifacts }: WithArtifacts,
  tenant: string,
  definition: Definition,
): Promise<WorkflowRef> {
  await putArtifact(artifacts, tenant, canonicalJson(definition));
  return workflowRef(definition);
}
