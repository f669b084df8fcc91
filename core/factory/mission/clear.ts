import { listMissions } from "#core/factory/mission/find.ts";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import { human } from "#core/identity/actor.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** Maximum number of missions that one request hides: each is a transaction, and a request may take 29 seconds. */
const MAX_HIDDEN = 2000;
const AT_ONCE = 20;

/**
 * Hides ended missions from lists. Signals and evidence are kept. Returns the number of hidden missions; `complete` is
 * false when more remain, which the next request continues with.
 */
export async function clearMissions(
  services: WithStore & WithLedger,
  caller: HumanCaller,
): Promise<{ hidden: number; complete: boolean }> {
  let hidden = 0;
  let cursor: string | undefined;
  do {
    const page = await listMissions(services, caller, { limit: AT_ONCE, cursor });
    const ended = page.entries.filter(({ ended_at }) => ended_at !== null);
    await Promise.all(ended.map(({ id }) => hide(services, caller, id)));
    hidden += ended.length;
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined && hidden < MAX_HIDDEN);
  return { hidden, complete: cursor === undefined };
}

async function hide({ ledger }: WithLedger, caller: HumanCaller, id: string): Promise<void> {
  const actor = human(caller);
  await ledger.append(missions, missionRef(caller.tenant, id), (mission) =>
    mission?.hidden ? null : { drafts: [missionSignal("gantry.mission.hidden", {}, { actor })] },
  );
}
