import { listPk } from "#core/kernel/keys.ts";
import type { Item, Store, WithStore } from "#core/kernel/ledger/store.ts";
import { type ListScope, readCursor, writeCursor } from "#core/kernel/list/cursor.ts";

/** What a request asks of a list. Times are ISO 8601 in UTC, with milliseconds, of when entries were made. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** The earliest time, inclusive. */
  readonly from?: string | undefined;
  /** The latest time, exclusive. */
  readonly to?: string | undefined;
}

/** Entries of a list, newest first. */
export interface ListPage<S> {
  readonly entries: readonly S[];
  /** Where the next page begins; null when this one ends the list. */
  readonly next_cursor: string | null;
  /** How many entries were looked at to find these. */
  readonly looked_at: number;
}

/** How many entries a filter looks at for one page. What is behind them is found with the cursor. */
const MAX_LOOK = 10_000;
const BATCH = 200;

/**
 * One page of a tenant's list: entries that `matches` takes, newest first by when they were made. New entries come
 * before the first page, so following cursors shows each older entry once. Throws InvalidInput for a wrong cursor.
 */
export async function readPage<S>(
  { store }: WithStore,
  scope: ListScope,
  { limit, cursor, from = "", to }: PageRequest,
  matches?: (state: S) => boolean,
): Promise<ListPage<S>> {
  const size = matches ? BATCH : limit + 1;
  const entries: S[] = [];
  let looked_at = 0;
  let after = cursor === undefined ? to : readCursor(scope, cursor);
  const end = () => ({ entries, next_cursor: null, looked_at });
  const more = () => ({ entries, next_cursor: writeCursor(scope, after ?? ""), looked_at });
  for (;;) {
    const behind = after === undefined ? {} : { after };
    const items = await newest(store, scope, { limit: size, ...behind });
    for (const item of items) {
      const position = item.g1s as string;
      if (position < from) return end();
      if (looked_at === MAX_LOOK) return more();
      const state = item.state as S;
      const fits = matches?.(state) ?? true;
      if (fits && entries.length === limit) return more();
      if (fits) entries.push(state);
      looked_at++;
      after = position;
    }
    if (items.length < size) return end();
  }
}

/** The newest entries of all kinds of a list, in one order: positions of every kind are times with ids. */
async function newest(
  store: Store,
  { tenant, kind, status = "all" }: ListScope,
  page: { readonly limit: number; readonly after?: string },
): Promise<Item[]> {
  const kinds = await Promise.all(
    [kind]
      .flat()
      .map((each) =>
        store.query({ index: "g1", pk: listPk(tenant, each, status), newestFirst: true, ...page }),
      ),
  );
  if (kinds.length === 1) return kinds.flat();
  const items = kinds.flat().toSorted((a, b) => ((a.g1s as string) > (b.g1s as string) ? -1 : 1));
  return items.slice(0, page.limit);
}
