import { type AggregateRef, pendingKey } from "#core/kernel/keys.ts";
import type { Item, WithStore } from "#core/kernel/ledger/store.ts";

/** GSI1: unsealed runs on the machine `inline`, of all tenants, by the time at which they are checked. */
const PENDING_PK = "G#RUN#pending";

/** Margin after the time limit of a run, for late replies and clock differences. */
const MARGIN_MS = 60_000;
const PAGE = 100;

/** The item that lists a run, which starts at `now` (epoch ms), until it is sealed. */
export function pendingItem(ref: AggregateRef, now: number, active_seconds: number): Item {
  const due_ms = now + active_seconds * 1000 + MARGIN_MS;
  const due = new Date(due_ms).toISOString();
  return { ...pendingKey(ref), ref, due_ms, g1: PENDING_PK, g1s: `${due}#${ref.tenant}#${ref.id}` };
}

/** Whether a run exceeded its time limit at `now` (epoch ms) and is still listed. */
export async function isOverdue({ store }: WithStore, ref: AggregateRef, now: number): Promise<boolean> {
  const item = await store.get(pendingKey(ref));
  return item !== undefined && (item.due_ms as number) < now;
}

/** Listed runs that exceeded their time limit at `now` (epoch ms), oldest first. */
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
