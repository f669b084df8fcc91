import type { HumanCaller } from "#core/identity/caller.ts";
import { deviceCaller, requireNoScopes } from "#core/identity/create-key.ts";
import type { Key } from "#core/identity/key.ts";
import type { Scope } from "#core/identity/scopes.ts";
import type { WithSecrets } from "#core/identity/secrets.ts";
import type { SiriParts } from "#core/identity/siri/scheme.ts";
import { makeParts, SIRI_KEY_DAYS, siriLookupItem } from "#core/identity/siri/siri-key.ts";
import { storeKey } from "#core/identity/store-key.ts";
import { DAY_MS, type WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

interface SiriKeyRequest {
  /** A label for the phone. */
  readonly name: string;
  readonly scopes?: readonly Scope[] | undefined;
  readonly expires_in_days: number;
}

/**
 * Creates the key of a phone, which signs requests as a device of the person who creates it. Its parts are only in the
 * reply. Throws InvalidInput for scopes or more than 180 days, and EnvironmentFailure when the installation has no secret
 * for Siri keys.
 */
export async function createSiriKey(
  services: WithStore & WithLedger & WithClock & WithIds & WithSecrets,
  person: HumanCaller,
  { name, scopes = [], expires_in_days }: SiriKeyRequest,
): Promise<{ parts: SiriParts; created: Key }> {
  requireNoScopes(scopes);
  if (expires_in_days > SIRI_KEY_DAYS)
    throw new GantryError(
      "InvalidInput",
      `expires_in_days must be at most ${SIRI_KEY_DAYS} for a Siri key.`,
      {
        field: "expires_in_days",
      },
    );
  const expires = services.clock.now() + expires_in_days * DAY_MS;
  const facts = {
    kind: "siri" as const,
    name,
    principal: person.principal,
    scopes: [],
    expires_at: new Date(expires).toISOString(),
  };
  const { secret, created } = await storeKey(services, person, facts, async (key_id) => {
    const salt = services.ids.salt();
    const parts = await makeParts(services, key_id, salt);
    return { secret: parts, item: siriLookupItem(key_id, salt, deviceCaller(person, key_id), expires) };
  });
  return { parts: secret, created };
}
