import { listPk } from "#core/kernel/keys.ts";
import type { Item, Store, WithStore } from "#core/kernel/ledger/store.ts";
import { type ListScope, readCursor, writeCursor } from "#core/kernel/list/cursor.ts";

/** A page request of a list. Times are creation times of entries, in ISO 8601 UTC with milliseconds. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** The earliest time, inclusive. */
  readonly from?: string | undefined;
  /** The latest time, exclusive. */
  readonly to?: string | undefined;
}

/** A page of a list, newest entries first. */
export interface ListPage<S> {
  readonly entries: readonly S[];
  /** Cursor of the next page; null when this is the last one. */
  readonly next_cursor: string | null;
  /** Number of entries that were read to find these. */
  readonly looked_at: number;
}

/** Maximum number of entries that are read for one filtered page; the cursor continues after them. */
const MAX_LOOK = 10_000;
const BATCH = 200;

/**
 * One page of a tenant's list: the entries that match, newest first by creation time. New entries are added before the
 * first page, so following the cursors returns each older entry once. Throws InvalidInput for an invalid cursor.
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

/** The newest entries of all kinds of a list in one order; all positions start with a time. */
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
