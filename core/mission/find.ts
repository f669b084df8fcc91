import type { Caller } from "#core/caller.ts";
import { GantryError } from "#core/errors.ts";
import type { Factory } from "#core/factory.ts";
import { ID_PATTERN } from "#core/ids.ts";
import { listPk } from "#core/keys.ts";
import { human } from "#core/ledger/signal.ts";
import type { Mission } from "#core/mission/mission.ts";
import { missionRef, missions, say } from "#core/mission/missions.ts";

/** The tenant's mission; another tenant's id is as unknown as one that never was. */
export async function findMission(
  { ledger }: Pick<Factory, "ledger">,
  { tenant }: Caller,
  id: string,
): Promise<Mission> {
  const mission = ID_PATTERN.test(id) ? await ledger.load<Mission>(missionRef(tenant, id)) : null;
  if (!mission) throw new GantryError("NotFound", `There is no mission ${id.slice(0, 80)}.`, { field: "id" });
  return mission;
}

/** The tenant's missions, newest first. */
export async function listMissions(
  { store }: Pick<Factory, "store">,
  { tenant }: Caller,
  limit: number,
): Promise<Mission[]> {
  const items = await store.query({
    index: "g1",
    pk: listPk(tenant, "mission", "all"),
    newestFirst: true,
    limit,
  });
  return items.map((item) => item.state as Mission);
}

/** The tenant's newest mission. Throws NotFound while there is none. */
export async function latestMission(factory: Pick<Factory, "store">, caller: Caller): Promise<Mission> {
  const [mission] = await listMissions(factory, caller, 1);
  if (!mission) throw new GantryError("NotFound", "There is no mission yet.");
  return mission;
}

/** Missions whose title, request or project holds every word of the query. */
export async function searchMissions(
  factory: Pick<Factory, "store">,
  caller: Caller,
  query: string,
  limit: number,
): Promise<Mission[]> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const all = await listMissions(factory, caller, 500);
  return all
    .filter(({ plan, project, id }) => {
      const text = [plan.title, plan.summary, project, id, ...plan.request].join("\n").toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .slice(0, limit);
}

/** Hides ended missions from the lists. Signals and evidence stay. Answers how many were hidden. */
export async function clearMissions(
  factory: Pick<Factory, "store" | "ledger">,
  caller: Caller,
): Promise<number> {
  let hidden = 0;
  for (const { id, ended_at } of await listMissions(factory, caller, 500)) {
    if (!ended_at) continue;
    await factory.ledger.append(missions, missionRef(caller.tenant, id), (mission) =>
      mission?.hidden ? null : { drafts: [say("gantry.mission.hidden", {}, { actor: human(caller) })] },
    );
    hidden++;
  }
  return hidden;
}
