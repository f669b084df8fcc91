import type { Mission } from "#core/factory/mission/mission.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { findProject } from "#core/factory/project/find.ts";
import type { Project } from "#core/factory/project/project.ts";
import type { Release } from "#core/factory/project/release.ts";
import { requireIdle } from "#core/factory/project/work.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { Caller } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";

/** The release of a project from which a change starts, with the plan of its mission. */
export interface ReleasedApp {
  readonly project: string;
  readonly release: Release;
  readonly plan: Plan & { readonly specification: Specification };
}

/** The release from which a change of a project starts: the one that is live, or the newest if none ever was. */
export const liveRelease = ({ current, latest }: Project): Release | null => current ?? latest;

/**
 * The release that a change starts from. Throws NotFound, IllegalTransition while another execution changes the
 * project, and UnsupportedRequest for an app that was not generated from a specification.
 */
export async function findReleasedApp(
  { ledger }: WithLedger,
  caller: Pick<Caller, "tenant">,
  id: string,
): Promise<ReleasedApp> {
  const project = await findProject({ ledger }, caller, id);
  requireIdle(project, id);
  const release = liveRelease(project);
  const mission = release && (await ledger.load<Mission>(missionRef(caller.tenant, release.mission)));
  const { plan } = mission || {};
  const specification = plan?.specification;
  if (
    !release?.generated_base ||
    !plan ||
    specification?.kind !== "app" ||
    specification.custom !== undefined
  )
    throw new GantryError(
      "UnsupportedRequest",
      `${project.title} was not generated, as a whole, from a specification of an app that keeps records; only such apps can be changed. Ask for a new app instead.`,
      { field: "id" },
    );
  return { project: id, release, plan: { ...plan, specification } };
}
