import { feedPk, timelinePk } from "#core/kernel/keys.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import type { Page, Store } from "#core/kernel/ledger/store.ts";
import { type ListScope, readCursor, writeCursor } from "#core/kernel/list/cursor.ts";

/** A page request of a timeline or a feed. A cursor is valid only for the order for which it was returned. */
export interface SignalPageRequest {
  readonly limit: number;
  readonly order: "oldest_first" | "newest_first";
  readonly cursor?: string | undefined;
}

export interface SignalPage {
  readonly signals: readonly Signal[];
  /** Cursor of the next page; null when this is the last one. */
  readonly next_cursor: string | null;
}

type Reader = Pick<Store, "query">;

/** See {@link Ledger.timeline}. */
export async function readTimeline(
  store: Reader,
  tenant: string,
  correlation: string,
  request: SignalPageRequest,
): Promise<SignalPage> {
  const scope = { tenant, kind: "timeline", filters: { correlation, order: request.order } };
  return readSignals(store, { index: "g2", pk: timelinePk(tenant, correlation) }, scope, request);
}

/** See {@link Ledger.feed}. */
export async function readFeed(
  store: Reader,
  tenant: string,
  { root, day }: { readonly root: string; readonly day: string },
  request: SignalPageRequest,
): Promise<SignalPage> {
  const scope = { tenant, kind: "feed", filters: { root, day, order: request.order } };
  return readSignals(store, { index: "g3", pk: feedPk(tenant, root, day) }, scope, request);
}

async function readSignals(
  store: Reader,
  { index, pk }: { readonly index: "g2" | "g3"; readonly pk: string },
  scope: ListScope,
  { limit, order, cursor }: SignalPageRequest,
): Promise<SignalPage> {
  const page: Page = { index, pk, limit: limit + 1, newestFirst: order === "newest_first" };
  const after = cursor === undefined ? {} : { after: readCursor(scope, cursor) };
  const items = await store.query({ ...page, ...after });
  const shown = items.slice(0, limit);
  const isLast = items.length <= limit;
  return {
    signals: shown.map(({ signal }) => signal as Signal),
    next_cursor: isLast ? null : writeCursor(scope, shown.at(-1)?.[`${index}s`] as string),
  };
}
