import { GantryError } from "#core/kernel/errors.ts";
import { keyOf, type Store } from "#core/kernel/ledger/store.ts";

/**
 * One store over two sets of rights: what belongs to no tenant (`G#…`) is asked of the first, all else of the
 * tenant's, which is opened when first needed. A transaction over both is Internal: two sets of rights cannot
 * write as one.
 */
export function splitStore(common: Store, tenant: () => Store): Store {
  const sideOf = (pk: string) => (pk.startsWith("G#") ? "common" : "tenant");
  const storeOf = (pk: string) => (sideOf(pk) === "common" ? common : tenant());
  return {
    get: async (key) => storeOf(key.pk).get(key),
    query: async (page) => storeOf(page.pk).query(page),
    async transact(writes) {
      const pks = writes.map((write) => keyOf(write).pk);
      if (new Set(pks.map(sideOf)).size > 1)
        throw new GantryError("Internal", "A transaction mixes a tenant's items with common ones.");
      await storeOf(pks[0] ?? "").transact(writes);
    },
  };
}
