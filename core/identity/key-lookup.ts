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

/** The look-up item of a key. It contains the digest of the key, never the key. */
const lookupSchema = z.object({
  kind: z.literal("key"),
  digest: z.string(),
  caller: callerSchema,
  expires: z.number(),
});

/** Compared for an unknown key, so that every refusal takes the same time. No key has this digest. */
const NO_DIGEST = "0".repeat(64);

/** Primary key of the look-up item of a key. Key ids are unique in the installation. */
export const keyLookup = (key_id: string): ItemKey => lookupKey(sha256Hex(`key\n${key_id}`));

/** The look-up item of a key for this caller. `expires` is in epoch milliseconds. */
export function lookupItem(key: string, key_id: string, caller: Caller, expires: number): Item {
  const ttl = Math.ceil(expires / 1000);
  return { ...keyLookup(key_id), kind: "key", digest: digestOf(key), caller, expires, ttl };
}

/**
 * The caller of a key. Undefined when the key is unknown, revoked or expired, or when the owner of the device is no
 * longer a member of the tenant. A device has the current role of its owner.
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
