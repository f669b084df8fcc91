import { beginWork, type WorkServices } from "#core/factory/project/begin-work.ts";
import { findProject, findRelease, findReleaseBefore } from "#core/factory/project/find.ts";
import type { Project } from "#core/factory/project/project.ts";
import type { Release } from "#core/factory/project/release.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { PROJECT_ROLLBACK } from "#core/workflows/built-in/project-rollback.ts";
import type { Run } from "#core/workflows/run.ts";

/**
 * Starts a run that makes an earlier release of a project live again; by default the one before the release that is
 * live. Throws NotFound for an unknown project or release, InvalidInput for a release that was never live or is live
 * already, IllegalTransition while another execution changes the project.
 */
export async function rollBack(
  services: WorkServices & WithStore,
  caller: HumanCaller,
  { id, release }: { readonly id: string; readonly release?: number | undefined },
  policy: DefinitionRef,
): Promise<Run> {
  const project = await findProject(services, caller, id);
  const earlier = await (release === undefined
    ? findReleaseBefore(services, project)
    : findRelease(services, project, release));
  const deployment = requireRestorable(project, earlier);
  const { mission, build, output_sha256, tree } = earlier;
  return beginWork(services, caller, policy, {
    project,
    kind: "rollback",
    definition: PROJECT_ROLLBACK,
    input: { project: id, release: String(earlier.release), deployment, mission, build, output_sha256 },
    title: `Make release ${earlier.release} of ${project.title} live again`.slice(0, 200),
    right: "write",
    shown: {
      project: id,
      release: earlier.release,
      replaces: project.current?.release ?? null,
      deployment,
      tree,
      output_sha256,
    },
  });
}

/** The deployment of a release that can be made live. Throws InvalidInput. */
function requireRestorable({ current }: Project, { release, deployment, status }: Release): string {
  const refuse = (why: string): never => {
    throw new GantryError("InvalidInput", `Release ${release} ${why}`, { field: "release" });
  };
  if (release === current?.release) return refuse("is live already.");
  if (status === "failed") return refuse("failed the check of its live address; choose another one.");
  return deployment ?? refuse("was published but never deployed; choose another one.");
}
