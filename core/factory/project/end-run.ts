import { findProject, findRelease } from "#core/factory/project/find.ts";
import { projectRef, projects } from "#core/factory/project/project.ts";
import { releaseDedupe } from "#core/factory/project/record-release.ts";
import { projectSignal } from "#core/factory/project/signals.ts";
import { endWork } from "#core/factory/project/work.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { recordOf } from "#core/workflows/record.ts";
import type { Run } from "#core/workflows/run.ts";

/** Records in the project that its rollback has ended: a new release, which names the one that it restored. */
export async function endRollback(services: WithLedger & WithStore, run: Run): Promise<void> {
  const { tenant, id: execution, input, ended_at } = run;
  const ref = projectRef(tenant, input.project as string);
  if (run.outcome !== "succeeded") return endWork(services, ref, execution);
  const project = await findProject(services, { tenant }, ref.id);
  const { release, ...restored } = await findRelease(services, project, Number(input.release));
  const { deployment, url } = liveIn(run);
  const facts = { ...restored, execution, restores: release, deployment, url };
  const released = projectSignal(
    "gantry.project.released",
    { ...facts, status: "released", promoted_at: ended_at as string },
    { dedupe: releaseDedupe(execution) },
  );
  await services.ledger.append(projects, ref, (state) =>
    state?.state === "deleted" ? null : { drafts: [released] },
  );
}

/** Records in the project that it is deleted, or that its deletion has failed. */
export async function endDeletion(services: WithLedger, run: Run): Promise<void> {
  const { tenant, id: execution, input, outcome } = run;
  const ref = projectRef(tenant, input.project as string);
  if (outcome !== "succeeded") return endWork(services, ref, execution);
  await services.ledger.append(projects, ref, (project) =>
    project?.work?.execution === execution
      ? { drafts: [projectSignal("gantry.project.deleted", { execution })] }
      : null,
  );
}

/** The deployment that a successful rollback has promoted. */
function liveIn({ records }: Run): { deployment: string; url: string } {
  const promoted = ["switch", "switch-first"]
    .map((step) => recordOf(records, { step, undo: false })?.result)
    .find((result) => result !== undefined);
  if (!promoted) throw new GantryError("Internal", "A successful rollback has promoted nothing.");
  return promoted as { deployment: string; url: string };
}
