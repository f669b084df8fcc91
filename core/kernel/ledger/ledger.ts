import { type AggregateRef, aggregatePk, eventSk, metaKey } from "#core/kernel/keys.ts";
import {
  type Appended,
  type Decide,
  type LedgerServices,
  type Opened,
  openAggregate,
} from "#core/kernel/ledger/opened.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import {
  readFeed,
  readTimeline,
  type SignalPage,
  type SignalPageRequest,
} from "#core/kernel/ledger/timelines.ts";

export interface Ledger {
  load<S>(ref: AggregateRef): Promise<S | null>;
  open<S>(projection: Projection<S>, ref: AggregateRef): Promise<Opened<S>>;
  /** Opens the aggregate for one change; see {@link Opened.append}. */
  append<S>(projection: Projection<S>, ref: AggregateRef, decide: Decide<S>): Promise<Appended<S>>;
  /** Opens the aggregate for one amendment; see {@link Opened.amend}. */
  amend<S>(projection: Projection<S>, ref: AggregateRef, decide: (state: S) => S | null): Promise<S>;
  /** Signals after the sequence `after`, oldest first. */
  signals(ref: AggregateRef, after: number, limit: number): Promise<Signal[]>;
  /**
   * The tenant's signals with this correlation id across aggregates, for example of a consultation and its missions.
   * Ordered by time; signals of one aggregate with the same time in the order of its chain. The index is eventually
   * consistent. Throws InvalidInput for a cursor that this timeline did not return for this order.
   */
  timeline(tenant: string, correlation: string, page: SignalPageRequest): Promise<SignalPage>;
  /**
   * The tenant's signals of one day (`yyyymmdd` in UTC) whose type starts with `gantry.<root>.`; ordered and paged
   * like a timeline.
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
