import { human } from "#core/identity/actor.ts";
import { authorise } from "#core/identity/authorise.ts";
import type { Caller, HumanCaller } from "#core/identity/caller.ts";
import { type KEY_KINDS, type Key, keyRef, keys } from "#core/identity/key.ts";
import { writeKey } from "#core/identity/key-format.ts";
import { lookupItem } from "#core/identity/key-lookup.ts";
import type { Scope } from "#core/identity/scopes.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ID_PATTERN, type WithIds } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { TransactionRefused, type WithStore } from "#core/kernel/ledger/store.ts";

export interface KeyRequest {
  readonly kind: (typeof KEY_KINDS)[number];
  /** A label for a device; the principal for a service, so that keys with the same name belong to the same service. */
  readonly name: string;
  readonly scopes?: readonly Scope[] | undefined;
  readonly expires_in_days: number;
}

type Services = WithStore & WithLedger & WithClock & WithIds;

const DAY_MS = 86_400_000;
/** Ids have 40 random bits, so a collision is very unlikely. */
const TRIES = 5;

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
  const { clock, ledger } = services;
  const expires = clock.now() + request.expires_in_days * DAY_MS;
  const { key, key_id, caller } = await reserve(services, person, request, expires);
  const { kind, name, scopes = [] } = request;
  const data = {
    key_id,
    kind,
    name,
    principal: caller.principal,
    created_by: person.principal,
    scopes: [...scopes],
    expires_at: new Date(expires).toISOString(),
  };
  const draft = { type: "gantry.key.created", data, actor: human(person) };
  const { state } = await ledger.append(keys, keyRef(person.tenant, key_id), () => ({ drafts: [draft] }));
  return { key, created: state };
}

function requireFitting(person: HumanCaller, { kind, name, scopes = [] }: KeyRequest): void {
  if (kind === "device") {
    if (scopes.length > 0)
      throw refuse("scopes", "scopes must be empty for a device; a device has its owner's role.");
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

const refuse = (field: string, sentence: string) => new GantryError("InvalidInput", sentence, { field });

/** Stores the look-up item before the signal: a key without a signal was never returned to anyone, and expires. */
async function reserve(
  { store, clock, ids }: Services,
  person: HumanCaller,
  request: KeyRequest,
  expires: number,
) {
  for (let tries = 1; ; tries++) {
    const key_id = ids.make("k").slice(-8);
    const key = writeKey(key_id, ids.salt());
    const caller = callerOf(person, request, key_id, clock.now());
    try {
      await store.transact([{ put: lookupItem(key, key_id, caller, expires), when: { absent: true } }]);
      return { key, key_id, caller };
    } catch (error) {
      if (!(error instanceof TransactionRefused) || tries === TRIES) throw error;
    }
  }
}

/** The caller that the key authenticates. For a device, `auth_time` is that of the session in which it was bound. */
function callerOf(
  person: HumanCaller,
  { kind, name, scopes = [] }: KeyRequest,
  key_id: string,
  now: number,
): Caller {
  if (kind === "device") return { ...person, amr: ["device"], device: key_id };
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
