import type { Key } from "#core/keys.ts";
import { retryOnConflict } from "#core/ledger/retry-on-conflict.ts";
import { type Item, type Store, TransactionRefused } from "#core/ledger/store.ts";
import type { Clock } from "#core/ports.ts";

interface Parts {
  readonly store: Pick<Store, "get" | "transact">;
  readonly clock: Pick<Clock, "jitter">;
}

/**
 * Changes an item that other processes change too: of two that do so at once, the second reads again and decides
 * again, so `change` may be called several times. It returns the item's new attributes, or undefined to leave it as
 * it is. The attribute `version` is kept here and grows with each change. Returns the item as it is then; throws
 * `lost()` when every race was lost.
 */
export async function changeItem(
  { store, clock }: Parts,
  key: Key,
  lost: () => Error,
  change: (item: Item | undefined) => object | undefined | Promise<object | undefined>,
): Promise<Item | undefined> {
  const { item } = await retryOnConflict(clock, () => tryChange(store, key, change), lost);
  return item;
}

/** Undefined when another process was faster. */
async function tryChange(
  store: Parts["store"],
  key: Key,
  change: (item: Item | undefined) => object | undefined | Promise<object | undefined>,
): Promise<{ item: Item | undefined } | undefined> {
  const before = await store.get(key);
  const attributes = await change(before);
  if (attributes === undefined) return { item: before };
  const version = (before?.version as number | undefined) ?? 0;
  const item = { ...attributes, ...key, version: version + 1 };
  try {
    await store.transact([{ put: item, when: before ? { equals: { version } } : { absent: true } }]);
    return { item };
  } catch (error) {
    if (!(error instanceof TransactionRefused)) throw error;
    return undefined;
  }
}
