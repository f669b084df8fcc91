import { amendmentHint, hintOf } from "#core/delivery/hint.ts";
import type { WithPush } from "#core/delivery/push.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { aggregatePk, connectionKey, eventSk } from "#core/kernel/keys.ts";
import { type OutboxEntry, readAmendment } from "#core/kernel/ledger/outbox.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** An open WebSocket connection that watches one mission. */
export interface Connection {
  readonly tenant: string;
  readonly mission_id: string;
  readonly connection: string;
}

/** API Gateway closes a connection after two hours; its item expires then. */
const MAX_SECONDS = 2 * 3600;
const OPEN_SOCKETS_PK = "G#CONN#open";

export async function openConnection(
  { store, clock }: WithStore & WithClock,
  { tenant, mission_id, connection }: Connection,
): Promise<void> {
  const ttl = Math.ceil(clock.now() / 1000) + MAX_SECONDS;
  await store.transact([
    { put: { ...connectionKey(tenant, mission_id, connection), ttl, g1: OPEN_SOCKETS_PK, g1s: connection } },
  ]);
}

export async function closeConnection(
  { store }: WithStore,
  { tenant, mission_id, connection }: Connection,
): Promise<void> {
  await store.transact([{ delete: connectionKey(tenant, mission_id, connection) }]);
}

/** The number of open connections, at most 1000. Expired items are not counted: DynamoDB deletes them hours later. */
export async function countConnections({ store, clock }: WithStore & WithClock): Promise<number> {
  const items = await store.query({ index: "g1", pk: OPEN_SOCKETS_PK, limit: 1000 });
  return items.filter(({ ttl }) => (ttl as number) * 1000 > clock.now()).length;
}

const PAGE = 500;

/** Sends the hints of all signals after the sequence `after`, then of the newest amendment. Stops when it is closed. */
export async function replayHints(
  { store, push }: WithStore & WithPush,
  { tenant, mission_id, connection }: Connection,
  after: number,
): Promise<void> {
  const pk = aggregatePk({ tenant, kind: "execution", id: mission_id });
  let last = eventSk(after);
  for (;;) {
    const items = await store.query({ pk, prefix: "E#", after: last, limit: PAGE });
    for (const item of items) {
      const hint = hintOf(item as unknown as OutboxEntry);
      if (hint && !(await push.post(connection, hint))) return;
    }
    last = items.at(-1)?.sk ?? last;
    if (items.length < PAGE) break;
  }
  // An amendment is valid only until the next signal.
  const prefix = last.replace("E#", "A#");
  const [newest] = await store.query({ pk, prefix, newestFirst: true, limit: 1 });
  if (newest) await push.post(connection, amendmentHint(readAmendment(newest)));
}
