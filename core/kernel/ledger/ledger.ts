import { type AggregateRef, aggregatePk, eventSk, metaKey } from "#core/kernel/keys.ts";
import { type LedgerServices, openAggregate } from "#core/kernel/ledger/opened.ts";
import type { View } from "#core/kernel/ledger/outbox.ts";
import type { Signal, SignalDraft } from "#core/kernel/ledger/signal.ts";
import type { Item, Write } from "#core/kernel/ledger/store.ts";
import {
  readFeed,
  readTimeline,
  type SignalPage,
  type SignalPageRequest,
} from "#core/kernel/ledger/timelines.ts";

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
  /**
   * Items that are kept beside the state and follow from it: those that the last signal changed, `before` being the
   * state before it. They are stored in the transaction of the signal.
   */
  items?(state: S, before: S | null): readonly Item[];
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

export type Decide<S> = (state: S | null) => Change | null;

export interface Appended<S> {
  readonly state: S;
  readonly signals: readonly Signal[];
  /** Set when a signal with the same dedupe key was there first: nothing was written, this is its id. */
  readonly duplicate_of?: string;
}

/** An aggregate that was read once and is appended to several times. */
export interface Opened<S> {
  /** The state of the last read or write; null before the first signal. Other writers may have changed it since. */
  readonly state: S | null;
  /**
   * Decides on the last known state and commits in one transaction. That is refused when another writer has changed
   * the aggregate since; then it is read again and decided again. So what `decide` saw is what the change was made
   * on, without a read before each change. A null decision changes nothing, and rests on the last known state.
   * Throws what `decide` throws, IdempotencyMismatch when a dedupe key was used for something else, Conflict with
   * `retry_after_seconds` when every race was lost.
   */
  append(decide: Decide<S>): Promise<Appended<S>>;
  /**
   * Changes the state beside its signals, for what the log cannot tell of: the seal over it. Null changes nothing. Throws
   * NotFound before the first signal, else as `append`.
   */
  amend(decide: (state: S) => S | null): Promise<S>;
}

export interface Ledger {
  load<S>(ref: AggregateRef): Promise<S | null>;
  open<S>(projection: Projection<S>, ref: AggregateRef): Promise<Opened<S>>;
  /** Opens the aggregate for one change of its current state. */
  append<S>(projection: Projection<S>, ref: AggregateRef, decide: Decide<S>): Promise<Appended<S>>;
  /** Opens the aggregate for one amendment of its current state. */
  amend<S>(projection: Projection<S>, ref: AggregateRef, decide: (state: S) => S | null): Promise<S>;
  /** Signals behind `after`, oldest first. */
  signals(ref: AggregateRef, after: number, limit: number): Promise<Signal[]>;
  /**
   * The tenant's signals with this correlation id, across aggregates: a consultation and its missions, say. In the
   * order of their times; those of one aggregate at one time in the order of its chain. The index may be a moment
   * behind the chains. Throws InvalidInput for a cursor that this timeline did not give out in this order.
   */
  timeline(tenant: string, correlation: string, page: SignalPageRequest): Promise<SignalPage>;
  /**
   * The tenant's signals of one day in UTC, `yyyymmdd`, whose type begins with `gantry.<root>.`; ordered and paged as
   * a timeline.
   */
  feed(
    tenant: string,
    feed: { readonly root: string; readonly day: string },
    page: SignalPageRequest,
  ): Promise<SignalPage>;
}

export function createLedger(services: LedgerServices): Ledger {
  const { store } = services;
  return {
    load: async <S>(ref: AggregateRef) => ((await store.get(metaKey(ref)))?.state as S | undefined) ?? null,
    open: (projection, ref) => openAggregate(services, projection, ref),
    append: async (projection, ref, decide) => {
      const opened = await openAggregate(services, projection, ref);
      return opened.append(decide);
    },
    amend: async (projection, ref, decide) => {
      const opened = await openAggregate(services, projection, ref);
      return opened.amend(decide);
    },
    signals: async (ref, after, limit) => {
      const items = await store.query({ pk: aggregatePk(ref), prefix: "E#", after: eventSk(after), limit });
      return items.map((item) => item.signal as Signal);
    },
    timeline: (tenant, correlation, page) => readTimeline(store, tenant, correlation, page),
    feed: (tenant, feed, page) => readFeed(store, tenant, feed, page),
  };
}

export interface WithLedger {
  readonly ledger: Ledger;
}
