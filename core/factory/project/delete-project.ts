import { beginWork, type WorkServices } from "#core/factory/project/begin-work.ts";
import { findProject } from "#core/factory/project/find.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import { PROJECT_DELETION } from "#core/workflows/built-in/project-deletion.ts";
import type { Run } from "#core/workflows/run.ts";

/**
 * Starts a run that deletes a project: its app is taken off the network, and it leaves the list. The repository, the
 * releases and all evidence are kept. Throws NotFound, and IllegalTransition while another execution changes it.
 */
export async function deleteProject(
  services: WorkServices,
  caller: HumanCaller,
  id: string,
  policy: DefinitionRef,
): Promise<Run> {
  const project = await findProject(services, caller, id);
  return beginWork(services, caller, policy, {
    project,
    kind: "deletion",
    definition: PROJECT_DELETION,
    input: { project: id },
    title: `Delete ${project.title} and take it off the network`.slice(0, 200),
    right: "admin",
    shown: { project: id, url: project.current?.url ?? null, releases: project.releases },
  });
}
