import { liveRelease } from "#core/factory/change/released-app.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import type { PlannedChange } from "#core/factory/plan/plan.ts";
import { type Project, projectRef, projects } from "#core/factory/project/project.ts";
import type { Release } from "#core/factory/project/release.ts";
import { projectSignal } from "#core/factory/project/signals.ts";
import { requireIdle } from "#core/factory/project/work.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";

/**
 * Records that a mission changes a project, until it ends, and returns the release that it starts from. Idempotent.
 * Throws IllegalTransition while another execution changes the project, and when another release is live than the one
 * that the plan was made for.
 */
export async function claimProject(
  { ledger }: WithLedger,
  { tenant, id: execution }: Pick<Mission, "tenant" | "id">,
  change: PlannedChange,
): Promise<Release> {
  const { state } = await ledger.append(projects, projectRef(tenant, change.project), (project) => {
    if (project?.work?.execution === execution) return null;
    requireIdle(project, change.project);
    requireRelease(project, change);
    return { drafts: [projectSignal("gantry.project.work_started", { execution, kind: "change" })] };
  });
  return requireRelease(state, change);
}

function requireRelease(project: Project, { project: id, release, tree }: PlannedChange): Release {
  const live = liveRelease(project);
  if (live?.release === release && live.tree === tree) return live;
  throw new GantryError(
    "IllegalTransition",
    `${id} has moved on from release ${release}, for which this change was planned, to release ${live?.release ?? 0}; ask for the change again.`,
    { detail: { release: live?.release ?? null } },
  );
}
