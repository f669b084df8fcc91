import { type AggregateRef, pendingKey } from "#core/kernel/keys.ts";
import type { Item, WithStore } from "#core/kernel/ledger/store.ts";

/** Index 1: runs of machine `inline` of all tenants that are not sealed yet, by when they are looked at. */
const PENDING_PK = "G#RUN#pending";

/** After its active time a run is given this long: for a reply that is late, and clocks that differ. */
const MARGIN_MS = 60_000;
const PAGE = 100;

/** The item that lists a run which begins now, until it is sealed. `now` is in ms since 1970. */
export function pendingItem(ref: AggregateRef, now: number, active_seconds: number): Item {
  const due_ms = now + active_seconds * 1000 + MARGIN_MS;
  const due = new Date(due_ms).toISOString();
  return { ...pendingKey(ref), ref, due_ms, g1: PENDING_PK, g1s: `${due}#${ref.tenant}#${ref.id}` };
}

/** Whether a run's time was over at `now` (ms since 1970), and it is still listed. */
export async function isOverdue({ store }: WithStore, ref: AggregateRef, now: number): Promise<boolean> {
  const item = await store.get(pendingKey(ref));
  return item !== undefined && (item.due_ms as number) < now;
}

/** Runs whose time was over at `now` (ms since 1970) and that are still listed, the oldest first. */
export async function* overdueRuns({ store }: WithStore, now: number): AsyncGenerator<AggregateRef> {
  let after: string | undefined;
  for (;;) {
    const items = await store.query({
      index: "g1",
      pk: PENDING_PK,
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    const overdue = items.filter(({ due_ms }) => (due_ms as number) < now);
    for (const { ref } of overdue) yield ref as AggregateRef;
    if (overdue.length < PAGE) return;
    after = overdue.at(-1)?.g1s as string;
  }
}
