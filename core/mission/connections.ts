import type { Factory } from "#core/factory.ts";
import { connectionKey } from "#core/keys.ts";
import { type Mission, reduce } from "#core/mission/mission.ts";
import { missionRef } from "#core/mission/missions.ts";
import { toMessage } from "#core/mission/push.ts";

/** An open socket that watches one mission. */
export interface Connection {
  readonly tenant: string;
  readonly mission_id: string;
  readonly connection: string;
}

/** API Gateway ends a socket after two hours; so does its item. */
const MAX_SECONDS = 2 * 3600;
const OPEN_SOCKETS_PK = "G#CONN#open";

export async function openConnection(
  { store, clock }: Pick<Factory, "store" | "clock">,
  { tenant, mission_id, connection }: Connection,
): Promise<void> {
  const ttl = Math.ceil(clock.now() / 1000) + MAX_SECONDS;
  await store.transact([
    { put: { ...connectionKey(tenant, mission_id, connection), ttl, g1: OPEN_SOCKETS_PK, g1s: connection } },
  ]);
}

export async function closeConnection(
  { store }: Pick<Factory, "store">,
  { tenant, mission_id, connection }: Connection,
): Promise<void> {
  await store.transact([{ delete: connectionKey(tenant, mission_id, connection) }]);
}

/** How many sockets are open, at most a thousand. The table lets items outlive their time by hours. */
export async function countConnections({ store, clock }: Pick<Factory, "store" | "clock">): Promise<number> {
  const items = await store.query({ index: "g1", pk: OPEN_SOCKETS_PK, limit: 1000 });
  return items.filter(({ ttl }) => (ttl as number) * 1000 > clock.now()).length;
}

const PAGE = 500;

/** Sends the hints a client missed, each with the mission as it was then: the chain is read from its beginning. */
export async function replayHints(
  { ledger, push }: Pick<Factory, "ledger" | "push">,
  { tenant, mission_id, connection }: Connection,
  after: number,
): Promise<void> {
  const ref = missionRef(tenant, mission_id);
  let mission: Mission | null = null;
  for (let page = await ledger.signals(ref, 0, PAGE); page.length > 0; ) {
    for (const signal of page) {
      mission = reduce(mission, signal);
      if (signal.sequence <= after) continue;
      if (!(await push.post(connection, JSON.stringify(toMessage(signal, mission))))) return;
    }
    page = page.length < PAGE ? [] : await ledger.signals(ref, page.at(-1)?.sequence ?? 0, PAGE);
  }
}
