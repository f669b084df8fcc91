import { GantryError } from "#core/kernel/errors.ts";
import { keyOf, type Store } from "#core/kernel/ledger/store.ts";

/**
 * One store over two sets of credentials: items of no tenant (`G#…`) are in the common store, all others in the
 * tenant's, which is opened on first use. A transaction over both throws Internal, because two sets of credentials
 * cannot write in one transaction.
 */
export function splitStore(common: Store, tenant: () => Store): Store {
  const isCommon = (pk: string) => pk.startsWith("G#");
  const storeOf = (pk: string) => (isCommon(pk) ? common : tenant());
  return {
    get: async (key) => storeOf(key.pk).get(key),
    query: async (page) => storeOf(page.pk).query(page),
    async transact(writes) {
      const pks = writes.map((write) => keyOf(write).pk);
      const [pk] = pks;
      if (pk === undefined) return;
      if (new Set(pks.map(isCommon)).size > 1)
        throw new GantryError("Internal", "A transaction contains both a tenant's items and common items.");
      await storeOf(pk).transact(writes);
    },
  };
}
