import type { Mission } from "#core/factory/mission/mission.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import type { Phase } from "#core/factory/mission/phase.ts";
import { MISSION_WORKFLOW } from "#core/factory/mission/workflow-name.ts";
import type { Execution } from "#core/governance/execution/execution.ts";
import type { Caller } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ID_PATTERN } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { type ListPage, type PageRequest, readPage } from "#core/kernel/list/read-page.ts";
import { containsEvery, searchWords } from "#core/kernel/list/search-words.ts";

/** Filters of a list of missions; all of them must match. */
export interface MissionFilters {
  readonly status?: Phase | undefined;
  /** The project name of the plan, or that of the mission, which has a suffix. */
  readonly project?: string | undefined;
  /** Words; each must occur in one of the fields of core/factory/mission/searched-fields.ts. */
  readonly q?: string | undefined;
}

/** The tenant's mission. Throws NotFound, also for the id of another tenant's mission. */
export async function findMission(
  { ledger }: WithLedger,
  { tenant }: Pick<Caller, "tenant">,
  id: string,
): Promise<Mission> {
  const mission = ID_PATTERN.test(id) ? await ledger.load<Mission>(missionRef(tenant, id)) : null;
  if (!mission || !isMission(mission))
    throw new GantryError("NotFound", `There is no mission ${id.slice(0, 80)}.`, { field: "id" });
  return mission;
}

/** Whether an execution is a mission. The oldest missions do not name their workflow. */
export function isMission({ workflow }: Pick<Execution, "workflow">): boolean {
  return workflow === null || workflow === undefined || workflow.id === MISSION_WORKFLOW;
}

/** A page of the tenant's missions that are not cleared, newest first. */
export async function listMissions(
  services: WithStore,
  { tenant }: Pick<Caller, "tenant">,
  { limit, cursor, from, to, ...filters }: PageRequest & MissionFilters,
): Promise<ListPage<Mission>> {
  const scope = { tenant, kind: "mission", filters: { from, to, ...filters } };
  return readPage(services, scope, { limit, cursor, from, to }, matcher(filters));
}

/** The tenant's newest mission. Throws NotFound when there is none or all are cleared. */
export async function latestMission(services: WithStore, caller: Caller): Promise<Mission> {
  const [mission] = (await listMissions(services, caller, { limit: 1 })).entries;
  if (mission) return mission;
  const cleared = { tenant: caller.tenant, kind: "mission-cleared", filters: {} };
  const [hidden] = (await readPage<Mission>(services, cleared, { limit: 1 })).entries;
  if (!hidden) throw new GantryError("NotFound", "There is no mission yet.");
  throw new GantryError(
    "NotFound",
    `There is no mission to show: all were cleared from the lists. The newest of them is ${hidden.id}.`,
    { detail: { cleared: true, mission_id: hidden.id } },
  );
}

/** Whether a mission passes the filters; undefined when there are none. */
function matcher({ status, project, q = "" }: MissionFilters): ((mission: Mission) => boolean) | undefined {
  const words = searchWords(q);
  if (status === undefined && project === undefined && words.length === 0) return undefined;
  return (mission) =>
    (status === undefined || mission.phase === status) &&
    (project === undefined || [mission.project, mission.plan.project_name].includes(project)) &&
    containsEvery(words, textsOf(mission));
}

const textsOf = ({ id, plan, project }: Mission): string[] => [
  ...[id, plan.title, plan.summary],
  ...plan.request,
  project,
];
