import type { Clock } from "#core/kernel/clock.ts";
import type { Key } from "#core/kernel/keys.ts";
import { retryOnConflict } from "#core/kernel/ledger/retry-on-conflict.ts";
import { type Item, type Store, TransactionRefused } from "#core/kernel/ledger/store.ts";

interface Services {
  readonly store: Pick<Store, "get" | "transact">;
  readonly clock: Pick<Clock, "jitter">;
}

/** Returns the item's new attributes, or undefined to leave it unchanged. */
type Alter = (item: Item | undefined) => object | undefined | Promise<object | undefined>;

/** An item that is read once and changed several times, while other processes may change it too. */
export interface OpenedItem {
  /**
   * Changes the item from its last known state. When another process has changed it since, reads it and calls `alter`
   * again, so `alter` can be called several times. Maintains the attribute `version`, which grows with each change.
   * Returns the item after the change. Throws `lost()` when all attempts conflicted.
   */
  change(alter: Alter): Promise<Item | undefined>;
}

export async function openItem({ store, clock }: Services, key: Key, lost: () => Error): Promise<OpenedItem> {
  let known = await store.get(key);
  let isBehind = false;
  return {
    async change(alter) {
      const { item } = await retryOnConflict(clock, () => tryChange(alter), lost);
      return item;
    },
  };

  /** Undefined when another process changed the item first. */
  async function tryChange(alter: Alter): Promise<{ item: Item | undefined } | undefined> {
    if (isBehind) known = await store.get(key);
    isBehind = false;
    const before = known;
    const attributes = await alter(before);
    if (attributes === undefined) return { item: before };
    const version = (before?.version as number | undefined) ?? 0;
    const item = { ...attributes, ...key, version: version + 1 };
    isBehind = true;
    try {
      await store.transact([{ put: item, when: before ? { equals: { version } } : { absent: true } }]);
    } catch (error) {
      if (!(error instanceof TransactionRefused)) throw error;
      return undefined;
    }
    known = item;
    isBehind = false;
    return { item };
  }
}

/** Opens an item for one change; see {@link OpenedItem}. */
export async function changeItem(
  parts: Services,
  key: Key,
  lost: () => Error,
  alter: Alter,
): Promise<Item | undefined> {
  const item = await openItem(parts, key, lost);
  return item.change(alter);
}
