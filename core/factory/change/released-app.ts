import type { Mission } from "#core/factory/mission/mission.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import type { Committed, Plan } from "#core/factory/plan/plan.ts";
import { findProject } from "#core/factory/project/find.ts";
import type { Project } from "#core/factory/project/project.ts";
import type { Release } from "#core/factory/project/release.ts";
import { requireIdle } from "#core/factory/project/work.ts";
import type { Caller } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { capabilitiesOf } from "#core/model/capabilities.ts";
import type { WithModels } from "#core/model/model-ids.ts";

/** The release of a project from which a change starts, with the plan of its mission. */
export interface ReleasedApp {
  readonly project: string;
  readonly release: Release;
  readonly plan: Plan;
  /** What was committed to its repository since; absent if nothing was, or before the repository was read. */
  readonly repository?: Committed;
}

/** The release from which a change of a project starts: the one that is live, or the newest if none ever was. */
export const liveRelease = ({ current, latest }: Project): Release | null => current ?? latest;

/**
 * The release that a change starts from. Throws NotFound, IllegalTransition while another execution changes the
 * project, and UnsupportedRequest for an app that only a language model can change while none is connected.
 */
export async function findReleasedApp(
  { ledger, models }: WithLedger & WithModels,
  caller: Pick<Caller, "tenant">,
  id: string,
): Promise<ReleasedApp> {
  const project = await findProject({ ledger }, caller, id);
  requireIdle(project, id);
  const release = liveRelease(project);
  const mission = release && (await ledger.load<Mission>(missionRef(caller.tenant, release.mission)));
  if (!release || !mission)
    throw new GantryError("NotFound", `${project.title} has no release that could be changed.`, {
      field: "id",
    });
  const isGenerated = mission.plan.specification !== undefined && release.generated_base !== null;
  if (!isGenerated && capabilitiesOf(models.architect).drafts !== "files")
    throw new GantryError(
      "UnsupportedRequest",
      `${project.title} was not generated from a specification, so only a language model can change it, and none is connected. Connect a model, or ask for a new app.`,
      { field: "id" },
    );
  return { project: id, release, plan: mission.plan };
}
