import type { DeliveryServices, Handler, Observer, Run } from "#core/delivery/handler.ts";
import { amendmentHint } from "#core/delivery/hint.ts";
import { pushHint } from "#core/delivery/hints.ts";
import { handlersOf, type Subscribers } from "#core/delivery/subscribers.ts";
import { eachAtOnce } from "#core/kernel/each-at-once.ts";
import type { Amendment, OutboxEntry } from "#core/kernel/ledger/outbox.ts";
import { aggregateOf } from "#core/kernel/ledger/signal-v1.ts";

/** Runs mostly wait for other services; a slow one must not delay those of other aggregates. */
const RUNS_AT_ONCE = 8;

/**
 * Reads a batch of the outbox: passes signals to the handlers of their types, then sends hints for amendments. A
 * handler gets all signals of one aggregate in one run; a failed run affects only these signals. Returns the entries
 * that must be delivered again.
 */
export async function relay<S>(
  services: DeliveryServices & S,
  subscribers: Subscribers<S>,
  batch: readonly (OutboxEntry | Amendment)[],
  observer: Observer,
): Promise<ReadonlySet<OutboxEntry | Amendment>> {
  const failed = new Set<OutboxEntry | Amendment>();
  const signals = batch.filter((entry) => "signal" in entry);
  await eachAtOnce(runsOf(subscribers, signals), RUNS_AT_ONCE, async (run) => {
    try {
      await observer.around(run, () => run.handler.handle(services, run, observer));
    } catch {
      for (const entry of run.entries) failed.add(entry);
    }
  });
  const amendments = batch.filter((entry): entry is Amendment => !("signal" in entry));
  for (const amendment of amendments) {
    try {
      await pushHint(services, aggregateOf(amendment), amendmentHint(amendment), observer);
    } catch (error) {
      observer.log("warn", "amendment hint failed", { source: amendment.source, error });
      failed.add(amendment);
    }
  }
  return failed;
}

function runsOf<S>(subscribers: Subscribers<S>, batch: readonly OutboxEntry[]): Run<S>[] {
  const aggregates = Map.groupBy(batch, ({ signal }) => signal.source);
  return [...aggregates.values()].flatMap((entries) => {
    const byHandler = new Map<Handler<S>, [OutboxEntry, ...OutboxEntry[]]>();
    for (const entry of inOrder(entries))
      for (const handler of handlersOf(subscribers, entry.signal.type)) {
        const taken = byHandler.get(handler);
        if (taken) taken.push(entry);
        else byHandler.set(handler, [entry]);
      }
    return [...byHandler].map(([handler, taken]) => ({
      handler,
      ref: aggregateOf(taken[0].signal),
      entries: taken,
    }));
  });
}

/** One aggregate's signals, ordered by sequence and without duplicates. */
function inOrder(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const bySequence = new Map<string, OutboxEntry>();
  for (const entry of entries)
    if (!bySequence.has(entry.signal.sequence)) bySequence.set(entry.signal.sequence, entry);
  return [...bySequence].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
