import { authorise } from "#core/identity/authorise.ts";
import type { Caller, DeviceCaller, HumanCaller } from "#core/identity/caller.ts";
import type { Key } from "#core/identity/key.ts";
import { writeKey } from "#core/identity/key-format.ts";
import { lookupItem } from "#core/identity/key-lookup.ts";
import type { Scope } from "#core/identity/scopes.ts";
import { storeKey } from "#core/identity/store-key.ts";
import { DAY_MS, type WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ID_PATTERN, type WithIds } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

export interface KeyRequest {
  readonly kind: "device" | "service";
  /** A label for a device; the principal for a service, so that keys with the same name belong to the same service. */
  readonly name: string;
  readonly scopes?: readonly Scope[] | undefined;
  readonly expires_in_days: number;
}

type Services = WithStore & WithLedger & WithClock & WithIds;

/**
 * Creates a key. A device's key acts for the person who creates it, a service's key for the service of that name. The
 * key itself is only in the reply and is not stored. Throws Forbidden for a service's key unless the person has the
 * right `admin`, and InvalidInput for scopes or a name that the kind does not permit.
 */
export async function createKey(
  services: Services,
  person: HumanCaller,
  request: KeyRequest,
): Promise<{ key: string; created: Key }> {
  requireFitting(person, request);
  const now = services.clock.now();
  const expires = now + request.expires_in_days * DAY_MS;
  const { kind, name, scopes = [] } = request;
  const facts = {
    kind,
    name,
    principal: kind === "device" ? person.principal : name,
    scopes: [...scopes],
    expires_at: new Date(expires).toISOString(),
  };
  const { secret, created } = await storeKey(services, person, facts, async (key_id) => {
    const key = writeKey(key_id, services.ids.salt());
    return { secret: key, item: lookupItem(key, key_id, callerOf(person, request, key_id, now), expires) };
  });
  return { key: secret, created };
}

function requireFitting(person: HumanCaller, { kind, name, scopes = [] }: KeyRequest): void {
  if (kind === "device") {
    requireNoScopes(scopes);
    return;
  }
  authorise(person, { right: "admin" });
  if (!ID_PATTERN.test(name))
    throw refuse(
      "name",
      "name must be 1-64 of a-z, 0-9, '_', '.', '-' and start with a letter or digit; it becomes the service's principal.",
    );
  if (scopes.length === 0) throw refuse("scopes", "scopes must have at least one scope for a service.");
}

/** Throws InvalidInput for scopes of a personal device. */
export function requireNoScopes(scopes: readonly Scope[]): void {
  if (scopes.length > 0)
    throw refuse("scopes", "scopes must be empty for a device; a device has its owner's role.");
}

const refuse = (field: string, sentence: string) => new GantryError("InvalidInput", sentence, { field });

/** The caller of a personal device; `auth_time` is that of the session in which it was bound. */
export const deviceCaller = (person: HumanCaller, key_id: string): DeviceCaller => ({
  ...person,
  amr: ["device"],
  device: key_id,
});

/** The caller that the key authenticates. */
function callerOf(
  person: HumanCaller,
  { kind, name, scopes = [] }: KeyRequest,
  key_id: string,
  now: number,
): Caller {
  if (kind === "device") return deviceCaller(person, key_id);
  return {
    tenant: person.tenant,
    principal: name,
    kind: "service",
    membership: null,
    roles: [],
    teams: [],
    auth_time: new Date(now).toISOString(),
    amr: [],
    scopes: [...scopes],
  };
}
