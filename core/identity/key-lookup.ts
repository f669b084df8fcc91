import { z } from "zod";
import { type Caller, callerSchema } from "#core/identity/caller.ts";
import { personNow } from "#core/identity/current-person.ts";
import { keyIdOf } from "#core/identity/key-format.ts";
import { sameSecret } from "#core/identity/same-secret.ts";
import type { WithSecrets } from "#core/identity/secrets.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { type Key as ItemKey, lookupKey } from "#core/kernel/keys.ts";
import type { Item, WithStore } from "#core/kernel/ledger/store.ts";

/** What the look-up item of a key holds: never the key, only its digest. */
const lookupSchema = z.object({
  kind: z.literal("key"),
  digest: z.string(),
  caller: callerSchema,
  expires: z.number(),
});

/** Compared when there is no such key, so that every refusal takes as long. */
const NO_DIGEST = sha256Hex("");

/** Where the key of this id is looked up. Ids are unique in the installation. */
export const keyLookup = (key_id: string): ItemKey => lookupKey(sha256Hex(`key\n${key_id}`));

/** The look-up item of a key for this caller. `expires` is in epoch milliseconds. */
export function lookupItem(key: string, key_id: string, caller: Caller, expires: number): Item {
  const ttl = Math.ceil(expires / 1000);
  return { ...keyLookup(key_id), kind: "key", digest: digestOf(key), caller, expires, ttl };
}

/**
 * Who presents this key. Undefined when it is unknown, revoked or out of time, or its device's owner is no member of the tenant any
 * more. A device speaks with the role that its owner has now.
 */
export async function readKey(
  { store, clock, secrets }: WithStore & WithClock & WithSecrets,
  key: string,
): Promise<Caller | undefined> {
  const key_id = keyIdOf(key);
  if (key_id === undefined) return undefined;
  const found = lookupSchema.safeParse(await store.get(keyLookup(key_id))).data;
  const isSame = sameSecret(found?.digest ?? NO_DIGEST, digestOf(key));
  if (!found || !isSame || found.expires <= clock.now()) return undefined;
  const { caller } = found;
  if (caller.kind !== "human") return caller;
  return personNow({ secrets }, caller);
}

const digestOf = (key: string): string => sha256Hex(`key\n${key}`);
