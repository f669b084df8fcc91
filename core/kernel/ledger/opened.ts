import { canonicalHash } from "#core/kernel/canonical.ts";
import type { Clock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { Ids } from "#core/kernel/ids.ts";
import {
  type AggregateRef,
  aggregatePk,
  amendmentSk,
  dedupeKey,
  listPk,
  listSk,
  metaKey,
} from "#core/kernel/keys.ts";
import { dedupeHash, type Head, NO_HEAD, planAppend, whenHeadIs } from "#core/kernel/ledger/append.ts";
import type { Amendment } from "#core/kernel/ledger/outbox.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import { conflict, retryOnConflict } from "#core/kernel/ledger/retry-on-conflict.ts";
import { type Signal, type SignalDraft, sourceOf } from "#core/kernel/ledger/signal.ts";
import { type Item, type Store, TransactionRefused, type Write } from "#core/kernel/ledger/store.ts";
import { wellFormed } from "#core/kernel/text.ts";

export interface LedgerServices {
  readonly store: Store;
  readonly clock: Clock;
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

export type Decide<S> = (state: S | null) => Change | null;

export interface Appended<S> {
  readonly state: S;
  readonly signals: readonly Signal[];
  /** Present when a signal with the same dedupe key already exists: its id. Nothing was written. */
  readonly duplicate_of?: string;
}

/** An aggregate that is read once and appended to several times. */
export interface Opened<S> {
  /** The last known state; null before the first signal. Other writers may have changed it since. */
  readonly state: S | null;
  /**
   * * Calls `decide` with the last known state and commits its change in one transaction, which fails when another
   * writer has changed the aggregate since; then the aggregate is read and `decide` called again. So a change always
   * applies to the state that `decide` saw, without a read before each change. When `decide` returns null, nothing
   * changes. Throws what `decide` throws, IdempotencyMismatch when a dedupe key was used for a different fact, and
   * Conflict with `retry_after_seconds` when all attempts conflicted.
   */
  append(decide: Decide<S>): Promise<Appended<S>>;
  /**
   * Changes the state without a signal, for what the log cannot contain, such as its own seal. Null changes nothing.
   * Throws NotFound before the first signal, otherwise like `append`.
   */
  amend(decide: (state: S) => S | null): Promise<S>;
}

/** An aggregate as stored in its state item. */
interface Stored<S> {
  readonly head: Head;
  readonly state: S | null;
}

/** Reads an aggregate; see {@link Opened}. */
export async function openAggregate<S>(
  services: LedgerServices,
  projection: Projection<S>,
  ref: AggregateRef,
): Promise<Opened<S>> {
  const { store, clock } = services;
  let stored = await read();
  /** Whether the stored state may be newer: another writer's change, or our own write without a reply. */
  let isBehind = false;
  return {
    get state() {
      return stored.state;
    },
    append: (decide) => retryOnConflict(clock, () => tryAppend(decide), lost),
    amend: (decide) => retryOnConflict(clock, () => tryAmend(decide), lost),
  };

  function lost(): GantryError {
    return conflict(`Conflict with concurrent changes of ${ref.id}; try again.`, { id: ref.id });
  }

  async function read(): Promise<Stored<S>> {
    const item = await store.get(metaKey(ref));
    return { head: headOf(item), state: (item?.state as S | undefined) ?? null };
  }

  async function refresh(): Promise<void> {
    stored = await read();
    isBehind = false;
  }

  /** Undefined when another writer changed the aggregate first. */
  async function tryAppend(decide: Decide<S>): Promise<Appended<S> | undefined> {
    if (isBehind) await refresh();
    const change = storable(decide(stored.state));
    if (!change || change.drafts.length === 0) return { state: stored.state as S, signals: [] };
    const { next, signals, writes } = planChange(services, projection, ref, stored, change);
    const refusal = await commit(next, writes);
    if (!refusal) return { state: next.state as S, signals };
    const winner = findDuplicate(ref, change.drafts, refusal);
    if (!winner) return undefined;
    await refresh();
    return { state: stored.state as S, signals: [], duplicate_of: winner };
  }

  /** Undefined when another writer changed the aggregate first. */
  async function tryAmend(decide: (state: S) => S | null): Promise<S | undefined> {
    if (isBehind) await refresh();
    if (stored.state === null) throw new GantryError("NotFound", `There is no ${ref.id}.`);
    const state = decide(stored.state);
    if (!state) return stored.state;
    const { next, writes } = planAmendment(projection, ref, stored.head, state);
    return (await commit(next, writes)) ? undefined : state;
  }

  /** Stores the next state. Returns the refusal when another writer changed the aggregate first. */
  async function commit(next: Stored<S>, writes: readonly Write[]): Promise<TransactionRefused | undefined> {
    isBehind = true;
    try {
      await store.transact(writes);
    } catch (error) {
      if (error instanceof TransactionRefused) return error;
      throw error;
    }
    stored = next;
    isBehind = false;
    return undefined;
  }
}

function planAmendment<S>(projection: Projection<S>, ref: AggregateRef, before: Head, state: S) {
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

function planChange<S>(
  services: LedgerServices,
  projection: Projection<S>,
  ref: AggregateRef,
  before: Stored<S>,
  change: Change,
) {
  const own = planPart(services, projection, ref, before, change.drafts);
  const begun = (change.creates ?? []).map((part) => {
    const drafts = causedBy(own.signals.at(-1), part.drafts);
    return planPart(services, part.projection, part.ref, NOTHING, drafts);
  });
  return { ...own, writes: [...[own, ...begun].flatMap(({ writes }) => writes), ...(change.writes ?? [])] };
}

const NOTHING: Stored<never> = { head: NO_HEAD, state: null };

function planPart<S>(
  { clock, ids }: LedgerServices,
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
function storable(change: Change | null): Change | null {
  if (change?.creates === undefined) return change && { ...change, drafts: wellFormed(change.drafts) };
  const creates = change.creates.map((part) => ({ ...part, drafts: wellFormed(part.drafts) }));
  return { ...change, drafts: wellFormed(change.drafts), creates };
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
  if (!item) return NO_HEAD;
  return { seq: item.seq as number, hash: item.hash as string, amended: item.amended as number };
}

/** The id of the signal that already used one of these dedupe keys, if that is why the transaction was refused. */
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
    throw new GantryError(
      "IdempotencyMismatch",
      "This deduplication key was already used for a different fact.",
      {
        field: "dedupekey",
      },
    );
  }
  return undefined;
}
