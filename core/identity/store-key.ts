import { human } from "#core/identity/actor.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import { type Key, keyRef, keys } from "#core/identity/key.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { type Item, TransactionRefused, type WithStore } from "#core/kernel/ledger/store.ts";

/** A secret that only its creator receives, with the look-up item that recognises it. */
export interface MadeKey<S> {
  readonly secret: S;
  readonly item: Item;
}

type Facts = Omit<Key, "key_id" | "created_by" | "created_at" | "revoked_at">;

/** Ids have 40 random bits, so a collision is very unlikely. */
const TRIES = 5;

/**
 * Stores a new key. The look-up item is stored before the signal: a key without a signal was never returned to anyone,
 * and expires.
 */
export async function storeKey<S>(
  services: WithStore & WithLedger & WithIds,
  person: HumanCaller,
  facts: Facts,
  make: (key_id: string) => Promise<MadeKey<S>>,
): Promise<{ secret: S; created: Key }> {
  const { key_id, secret } = await reserve(services, facts, make);
  const data = { key_id, ...facts, created_by: person.principal };
  const draft = { type: "gantry.key.created", data, actor: human(person) };
  const { state } = await services.ledger.append(keys, keyRef(person.tenant, key_id), () => ({
    drafts: [draft],
  }));
  return { secret, created: state };
}

async function reserve<S>(
  { store, ids }: WithStore & WithIds,
  { kind }: Facts,
  make: (key_id: string) => Promise<MadeKey<S>>,
) {
  for (let tries = 1; ; tries++) {
    const key_id = `${kind === "siri" ? "sk_" : ""}${ids.make("k").slice(-8)}`;
    const { item, secret } = await make(key_id);
    try {
      await store.transact([{ put: item, when: { absent: true } }]);
      return { key_id, secret };
    } catch (error) {
      if (!(error instanceof TransactionRefused) || tries === TRIES) throw error;
    }
  }
}
