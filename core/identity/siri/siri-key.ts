import { z } from "zod";
import { type DeviceCaller, deviceSchema } from "#core/identity/caller.ts";
import { keyLookup } from "#core/identity/key-lookup.ts";
import type { WithSecrets } from "#core/identity/secrets.ts";
import type { SiriParts } from "#core/identity/siri/scheme.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { hmacSha256Hex } from "#core/kernel/hash.ts";
import type { Item, WithStore } from "#core/kernel/ledger/store.ts";

/** The secret from which the parts of all Siri keys of an installation are derived. */
export const SIRI_SECRET = "siri-key";

/** How long a Siri key is valid: by default, and at most. */
export const SIRI_KEY_DAYS = 180;

/** The look-up item of a Siri key. It contains the salt of the key, never the key. */
const itemSchema = z.object({
  kind: z.literal("siri-key"),
  salt: z.string(),
  caller: deviceSchema,
  expires: z.number(),
});

/** Salt and secret of no key: an unknown key is checked with them, so that every refusal takes the same time. */
const NONE = "0".repeat(64);

/** A Siri key as it is known to the server. */
interface KnownSiriKey {
  readonly parts: SiriParts;
  /** The owner as they were when the key was created; undefined when the key is unknown, revoked or expired. */
  readonly owner: DeviceCaller | undefined;
}

/** The look-up item of a Siri key. `expires` is in epoch milliseconds. */
export function siriLookupItem(key_id: string, salt: string, caller: DeviceCaller, expires: number): Item {
  const ttl = Math.ceil(expires / 1000);
  return { ...keyLookup(key_id), kind: "siri-key", salt, caller, expires, ttl };
}

/**
 * The parts of a new key. Throws EnvironmentFailure when the installation has no secret for Siri keys.
 */
export async function makeParts(services: WithSecrets, key_id: string, salt: string): Promise<SiriParts> {
  const secret = await services.secrets.get(SIRI_SECRET);
  if (secret !== undefined) return partsOf(secret, key_id, salt);
  throw new GantryError(
    "EnvironmentFailure",
    `This installation has no secret for Siri keys; its operator sets it with: gantry secrets set ${SIRI_SECRET}`,
  );
}

/** The key with this id. Of a key that may not be used, `parts` are those of no key, and `owner` is undefined. */
export async function readSiriKey(
  { store, clock, secrets }: WithStore & WithClock & WithSecrets,
  key_id: string,
): Promise<KnownSiriKey> {
  const found = itemSchema.safeParse(await store.get(keyLookup(key_id))).data;
  const secret = await secrets.get(SIRI_SECRET);
  if (!found || secret === undefined || found.expires <= clock.now())
    return { parts: partsOf(NONE, key_id, NONE), owner: undefined };
  return { parts: partsOf(secret, key_id, found.salt), owner: found.caller };
}

/** Both parts follow from the secret, which is not in the table, and the salt, which is nowhere else. */
function partsOf(secret: string, key_id: string, salt: string): SiriParts {
  const part = (name: string) => hmacSha256Hex(secret, ["gantry-siri-v1", name, key_id, salt].join("\n"));
  return { k1: part("k1"), k2: part("k2") };
}
