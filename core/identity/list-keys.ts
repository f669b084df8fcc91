import { mayUse } from "#core/identity/authorise.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import { isOwnDevice, type Key } from "#core/identity/key.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { type ListPage, type PageRequest, readPage } from "#core/kernel/list/read-page.ts";

/** A page of the keys that a person can revoke, newest first: their own devices, or for an admin all keys. */
export async function listKeys(
  services: WithStore,
  person: HumanCaller,
  page: PageRequest,
): Promise<ListPage<Key>> {
  const all = mayUse(person, { right: "admin" });
  const scope = { tenant: person.tenant, kind: "key", filters: all ? {} : { principal: person.principal } };
  return readPage<Key>(services, scope, page, all ? undefined : (key) => isOwnDevice(key, person));
}
