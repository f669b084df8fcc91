import { type Project, projects } from "#core/factory/project/project.ts";
import { projectSignal } from "#core/factory/project/signals.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";

/** Throws NotFound for a deleted project, IllegalTransition while another execution changes it. */
export function requireIdle(project: Project | null, id: string): asserts project is Project {
  if (!project || project.state === "deleted")
    throw new GantryError("NotFound", `There is no project ${id}.`, { field: "id" });
  const { work } = project;
  if (work)
    throw new GantryError(
      "IllegalTransition",
      `${id} is being changed by the ${work.kind} ${work.execution}; wait until that has ended.`,
      { field: "id", detail: { execution: work.execution } },
    );
}

/** Records that an execution no longer changes a project. Does nothing if it does not. */
export async function endWork({ ledger }: WithLedger, ref: AggregateRef, execution: string): Promise<void> {
  await ledger.append(projects, ref, (project) =>
    project?.work?.execution === execution
      ? { drafts: [projectSignal("gantry.project.work_ended", { execution })] }
      : null,
  );
}
