import { human } from "#core/identity/actor.ts";
import { mayUse } from "#core/identity/authorise.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import { isOwnDevice, type Key, keyRef, keys } from "#core/identity/key.ts";
import { keyLookup } from "#core/identity/key-lookup.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/**
 * Revokes a key. The key is disabled before the revocation is recorded, so that no key that is shown as revoked still
 * works. Idempotent. Members may revoke their own devices, admins all keys. Throws NotFound for a key that the person
 * cannot see.
 */
export async function revokeKey(
  { store, ledger }: WithStore & WithLedger,
  person: HumanCaller,
  key_id: string,
): Promise<Key> {
  const opened = await ledger.open(keys, keyRef(person.tenant, key_id));
  if (!opened.state || !(isOwnDevice(opened.state, person) || mayUse(person, { right: "admin" })))
    throw new GantryError("NotFound", `There is no key ${key_id}.`, { field: "id" });
  await store.transact([{ delete: keyLookup(key_id) }]);
  const { state } = await opened.append((key) =>
    key?.revoked_at
      ? null
      : { drafts: [{ type: "gantry.key.revoked", data: { key_id }, actor: human(person) }] },
  );
  return state;
}
