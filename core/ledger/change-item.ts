import type { Key } from "#core/keys.ts";
import { type Item, type Store, TransactionRefused } from "#core/ledger/store.ts";

/** How often a change is tried, and the error when every race was lost. */
export interface Race {
  readonly tries: number;
  readonly lost: () => Error;
}

/**
 * Changes an item that others change too: of two who do so at once, the second reads again and decides again, so
 * `change` may be called several times. It answers the item's new attributes, or undefined to leave it as it is.
 * The attribute `version` is kept here and grows with each change. Answers the item as it is then.
 */
export async function changeItem(
  store: Pick<Store, "get" | "transact">,
  key: Key,
  { tries, lost }: Race,
  change: (item: Item | undefined) => object | undefined | Promise<object | undefined>,
): Promise<Item | undefined> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const before = await store.get(key);
    const attributes = await change(before);
    if (attributes === undefined) return before;
    const version = (before?.version as number | undefined) ?? 0;
    const after = { ...attributes, ...key, version: version + 1 };
    try {
      const when = before ? { equals: { version } } : ({ absent: true } as const);
      await store.transact([{ put: after, when }]);
      return after;
    } catch (error) {
      if (!(error instanceof TransactionRefused)) throw error;
    }
  }
  throw lost();
}
