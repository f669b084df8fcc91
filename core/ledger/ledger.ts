import { canonicalHash } from "#core/canonical.ts";
import { GantryError } from "#core/errors.ts";
import { type AggregateRef, aggregatePk, dedupeKey, eventSk, listPk, listSk, metaKey } from "#core/keys.ts";
import { dedupeHash, type Head, NO_HEAD, planAppend, whenHeadIs } from "#core/ledger/append.ts";
import type { View } from "#core/ledger/outbox.ts";
import { conflict, retryOnConflict } from "#core/ledger/retry-on-conflict.ts";
import type { Signal, SignalDraft } from "#core/ledger/signal.ts";
import { type Item, type Store, TransactionRefused, type Write } from "#core/ledger/store.ts";
import type { Clock, Ids } from "#core/ports.ts";
import { wellFormed } from "#core/text.ts";

/** How signals of one kind of aggregate add up to a state, and how that state is listed. */
export interface Projection<S> {
  reduce(state: S | null, signal: Signal): S;
  /**
   * Whose timeline its signals join, when that is not its own: an id. `state` is null before the first signal, of
   * which `begun` is the data.
   */
  correlation?(state: S | null, begun: Readonly<Record<string, unknown>>): string | undefined;
  /** What people see of it at each of its signals; kept with the signal, so that it is the same for ever. */
  view?(state: S): View;
  /** Types of its signals whose data may be withheld from those who verify the chain. */
  readonly withholdable?: ReadonlySet<string>;
  /** Where lists show it, or null for nowhere. */
  listing(state: S): { kind: string; status: string; time: string } | null;
}

/**
 * What a decision wants to happen: signals on this aggregate, and writes or other aggregates' signals with them.
 * What begins is caused by the last of this aggregate's own signals.
 */
export interface Change {
  readonly drafts: readonly SignalDraft[];
  readonly writes?: readonly Write[];
  readonly begins?: readonly {
    readonly ref: AggregateRef;
    readonly projection: Projection<unknown>;
    readonly drafts: readonly SignalDraft[];
  }[];
}

interface Appended<S> {
  readonly state: S;
  readonly signals: readonly Signal[];
  /** Set when a signal with the same dedupe key was there first: nothing was written, this is its id. */
  readonly duplicate_of?: string;
}

export interface Ledger {
  load<S>(ref: AggregateRef): Promise<S | null>;
  /**
   * Decides on the current state and commits in one transaction; when another writer was faster, decides again.
   * A null decision changes nothing. Throws what `decide` throws, IdempotencyMismatch when a dedupe key was used
   * for something else, Conflict with `retry_after_seconds` when every race was lost ({@link retryOnConflict}).
   */
  append<S>(
    projection: Projection<S>,
    ref: AggregateRef,
    decide: (state: S | null) => Change | null,
  ): Promise<Appended<S>>;
  /** Signals behind `after`, oldest first. */
  signals(ref: AggregateRef, after: number, limit: number): Promise<Signal[]>;
}

export function createLedger({ store, clock, ids }: { store: Store; clock: Clock; ids: Ids }): Ledger {
  return {
    load: async <S>(ref: AggregateRef) => ((await store.get(metaKey(ref)))?.state as S | undefined) ?? null,
    append: (projection, ref, decide) => append(projection, ref, decide),
    signals: async (ref, after, limit) => {
      const items = await store.query({ pk: aggregatePk(ref), prefix: "E#", after: eventSk(after), limit });
      return items.map((item) => item.signal as Signal);
    },
  };

  function append<S>(
    projection: Projection<S>,
    ref: AggregateRef,
    decide: (state: S | null) => Change | null,
  ): Promise<Appended<S>> {
    const lost = () => conflict(`Conflict with concurrent changes of ${ref.id}; try again.`, { id: ref.id });
    return retryOnConflict(clock, () => tryAppend(projection, ref, decide), lost);
  }

  /** Undefined when another writer was faster. */
  async function tryAppend<S>(
    projection: Projection<S>,
    ref: AggregateRef,
    decide: (state: S | null) => Change | null,
  ): Promise<Appended<S> | undefined> {
    const item = await store.get(metaKey(ref));
    const head = headOf(item);
    const state = (item?.state as S | undefined) ?? null;
    const change = storable(decide(state));
    if (!change || change.drafts.length === 0) return { state: state as S, signals: [] };
    const plan = planPart(projection, ref, head, state, change.drafts);
    const begins = (change.begins ?? []).map((part) =>
      planPart(part.projection, part.ref, NO_HEAD, null, causedBy(plan.signals.at(-1), part.drafts)),
    );
    try {
      await store.transact([
        ...plan.writes,
        ...begins.flatMap(({ writes }) => writes),
        ...(change.writes ?? []),
      ]);
      return { state: plan.state, signals: plan.signals };
    } catch (error) {
      if (!(error instanceof TransactionRefused)) throw error;
      const winner = findDuplicate(ref, change.drafts, error);
      if (!winner) return undefined;
      return { state: (await store.get(metaKey(ref)))?.state as S, signals: [], duplicate_of: winner };
    }
  }

  function planPart<S>(
    projection: Projection<S>,
    ref: AggregateRef,
    head: Head,
    before: S | null,
    drafts: readonly SignalDraft[],
  ) {
    const time = new Date(clock.now()).toISOString();
    let state = before;
    const plan = planAppend({
      ref,
      head,
      drafts,
      correlation: projection.correlation?.(before, drafts[0]?.data ?? {}) ?? ref.id,
      time,
      ids: drafts.map(() => ids.make("s")),
      view: (signal) => {
        state = projection.reduce(state, signal);
        return projection.view?.(state);
      },
      withholdable: projection.withholdable,
      salt: ids.salt,
    });
    const last = state as S;
    return {
      ...plan,
      state: last,
      writes: [{ put: metaItem(projection, ref, last, plan.head), when: whenHeadIs(head) }, ...plan.writes],
    };
  }
}

/** Texts in signals come from anywhere: whatever they hold, they can be hashed and stored. */
function storable(change: Change | null): Change | null {
  if (change?.begins === undefined) return change && { ...change, drafts: wellFormed(change.drafts) };
  const begins = change.begins.map((part) => ({ ...part, drafts: wellFormed(part.drafts) }));
  return { ...change, drafts: wellFormed(change.drafts), begins };
}

function causedBy(cause: Signal | undefined, drafts: readonly SignalDraft[]): SignalDraft[] {
  return drafts.map((draft) => (cause ? { causation: cause.id, ...draft } : draft));
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

function headOf(item: Item | undefined): Head {
  return item ? { seq: item.seq as number, hash: item.hash as string } : NO_HEAD;
}

/** The id of the signal that used one of these dedupe keys first, if that is why the transaction was refused. */
function findDuplicate(
  ref: AggregateRef,
  drafts: readonly SignalDraft[],
  { failed }: TransactionRefused,
): string | undefined {
  for (const draft of drafts) {
    if (draft.dedupe === undefined) continue;
    const { pk } = dedupeKey(ref.tenant, dedupeHash(ref, draft.dedupe));
    const existing = failed.find((entry) => entry.existing?.pk === pk)?.existing;
    if (!existing) continue;
    if (existing.fingerprint === canonicalHash({ type: draft.type, data: draft.data }))
      return existing.winner as string;
    throw new GantryError("IdempotencyMismatch", "This key was used before, for something else.", {
      field: "dedupekey",
    });
  }
  return undefined;
}
