import { findMission } from "#core/factory/mission/find.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";

/** The mission, and at most `limit` of its signals after the sequence `after`, oldest first. Throws NotFound. */
export async function readEvents(
  services: WithLedger,
  caller: Caller,
  id: string,
  { after, limit }: { after: number; limit: number },
): Promise<{ mission: Mission; events: Signal[] }> {
  const mission = await findMission(services, caller, id);
  const events = await services.ledger.signals(missionRef(caller.tenant, mission.id), after, limit);
  return { mission, events };
}
