import type { Clock } from "#core/kernel/clock.ts";
import type { Ids } from "#core/kernel/ids.ts";
import { type AggregateRef, aggregatePk, amendmentSk, listPk, listSk, metaKey } from "#core/kernel/keys.ts";
import { type Head, NO_HEAD, planAppend, whenHeadIs } from "#core/kernel/ledger/append.ts";
import type { Amendment } from "#core/kernel/ledger/outbox.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import { type Signal, type SignalDraft, sourceOf } from "#core/kernel/ledger/signal.ts";
import type { Item, Write } from "#core/kernel/ledger/store.ts";
import { wellFormed } from "#core/kernel/text.ts";

export interface ChangeServices {
  readonly clock: Pick<Clock, "now">;
  readonly ids: Ids;
}

/**
 * A change to commit in one transaction: signals of this aggregate, other writes, and the first signals of new
 * aggregates, whose causation is the last new signal of this aggregate.
 */
export interface Change {
  readonly drafts: readonly SignalDraft[];
  readonly writes?: readonly Write[];
  readonly creates?: readonly {
    readonly ref: AggregateRef;
    readonly projection: Projection<unknown>;
    readonly drafts: readonly SignalDraft[];
  }[];
}

/** An aggregate as stored in its state item. */
export interface Stored<S> {
  readonly head: Head;
  readonly state: S | null;
}

/** Plans the writes that store a state without a signal; `next` is the aggregate after them. */
export function planAmendment<S>(projection: Projection<S>, ref: AggregateRef, before: Head, state: S) {
  const head = { ...before, amended: before.amended + 1 };
  const put = metaItem(projection, ref, state, head);
  return {
    next: { head, state },
    writes: [{ put, when: whenHeadIs(before) }, ...amendmentWrite(projection, ref, state, head)],
  };
}

/** The outbox item of an amendment, for projections with views. */
function amendmentWrite<S>(projection: Projection<S>, ref: AggregateRef, state: S, head: Head): Write[] {
  if (!projection.view) return [];
  const amendment: Amendment = { source: sourceOf(ref), sequence: head.seq, view: projection.view(state) };
  return [{ put: { pk: aggregatePk(ref), sk: amendmentSk(head.seq, head.amended), ...amendment } }];
}

/**
 * Plans the writes that commit a change; returns them with the stored drafts, the signals and the aggregate after them.
 */
export function planChange<S>(
  services: ChangeServices,
  projection: Projection<S>,
  ref: AggregateRef,
  before: Stored<S>,
  given: Change,
) {
  const change = wellFormedChange(given);
  const own = planPart(services, projection, ref, before, change.drafts);
  const begun = (change.creates ?? []).map((part) => {
    const drafts = causedBy(own.signals.at(-1) as Signal, part.drafts);
    return planPart(services, part.projection, part.ref, NOTHING, drafts);
  });
  const writes = [...[own, ...begun].flatMap((part) => part.writes), ...(change.writes ?? [])];
  return { ...own, drafts: change.drafts, writes };
}

const NOTHING: Stored<never> = { head: NO_HEAD, state: null };

function planPart<S>(
  { clock, ids }: ChangeServices,
  projection: Projection<S>,
  ref: AggregateRef,
  { head, state: before }: Stored<S>,
  drafts: readonly SignalDraft[],
): { next: Stored<S>; signals: readonly Signal[]; writes: readonly Write[] } {
  let state = before;
  const items = new Map<string, Item>();
  const plan = planAppend({
    ref,
    head,
    drafts,
    correlation: projection.correlation?.(before, drafts[0]?.data ?? {}) ?? ref.id,
    time: new Date(clock.now()).toISOString(),
    ids: drafts.map(() => ids.make("s")),
    view: (signal) => {
      const next = projection.reduce(state, signal);
      for (const item of projection.items?.(next, state) ?? []) items.set(`${item.pk}\n${item.sk}`, item);
      state = next;
      return projection.view?.(next);
    },
    withholdable: projection.withholdable,
    salt: ids.salt,
  });
  const put = metaItem(projection, ref, state as S, plan.head);
  return {
    next: { head: plan.head, state },
    signals: plan.signals,
    writes: [
      { put, when: whenHeadIs(head) },
      ...plan.writes,
      ...[...items.values()].map((item) => ({ put: item })),
    ],
  };
}

/** The change with well-formed Unicode in all texts, which signals need to be hashed and stored. */
function wellFormedChange({ drafts, creates = [], ...change }: Change): Change {
  const parts = creates.map((part) => ({ ...part, drafts: wellFormed(part.drafts) }));
  return { ...change, drafts: wellFormed(drafts), creates: parts };
}

function causedBy(cause: Signal, drafts: readonly SignalDraft[]): SignalDraft[] {
  return drafts.map((draft) => ({ causation: cause.id, ...draft }));
}

function metaItem<S>(projection: Projection<S>, ref: AggregateRef, state: S, head: Head): Item {
  const list = projection.listing(state);
  return {
    ...metaKey(ref),
    ...head,
    state,
    ...(list ? { g1: listPk(ref.tenant, list.kind, list.status), g1s: listSk(list.time, ref.id) } : {}),
  };
}

/** The aggregate from its state item; an aggregate without signals when there is no item. */
export function storedOf<S>(item: Item | undefined): Stored<S> {
  if (!item) return NOTHING;
  const { seq, hash, amended } = item as Item & Head;
  return { head: { seq, hash, amended }, state: (item.state as S | undefined) ?? null };
}
