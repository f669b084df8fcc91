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
  /** Of a device a label; of a service the principal, so that two keys of one name are one service's. */
  readonly name: string;
  readonly scopes?: readonly Scope[] | undefined;
  readonly expires_in_days: number;
}

type Services = WithStore & WithLedger & WithClock & WithIds;

const DAY_MS = 86_400_000;
/** Ids have 40 random bits, so that one is taken hardly ever. */
const TRIES = 5;

/**
 * Makes a key: one of a device speaks for the person who makes it, one of a service as the service of that name. The
 * reply is the only place where the key itself is. Throws Forbidden for a service unless the person has the right
 * `admin`, InvalidInput for scopes that do not fit.
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
    if (scopes.length > 0) throw refuse("scopes", "scopes are for services: a device has its owner's role.");
    return;
  }
  authorise(person, { right: "admin" });
  if (!ID_PATTERN.test(name))
    throw refuse(
      "name",
      "name must be 1-64 of a-z, 0-9, '_', '.', '-' and start with a letter or digit: it is the service's principal.",
    );
  if (scopes.length === 0)
    throw refuse("scopes", "scopes must name at least one thing that the service may do.");
}

const refuse = (field: string, sentence: string) => new GantryError("InvalidInput", sentence, { field });

/** Stores the look-up item first: a key that no signal tells of was never shown to anyone, and runs out. */
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

/** Who the holder of the key is. A device's person authenticated when they logged in to bind it. */
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
