import type { Caller, HumanCaller } from "#core/identity/caller.ts";
import { checkPassword, type PasswordTry } from "#core/identity/check-password.ts";
import { readGeneration } from "#core/identity/member-guard.ts";
import type { WithPasswords } from "#core/identity/passwords.ts";
import type { WithSecrets } from "#core/identity/secrets.ts";
import {
  deleteSession,
  digestOf,
  readSessionItem,
  recordUse,
  type SessionItem,
  sessionItem,
} from "#core/identity/session-item.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import { ownSessionKey } from "#core/kernel/keys.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { printableLine } from "#core/kernel/printable.ts";

export const SESSION_SECONDS = 12 * 3600;
/** Characters of what a client says about itself that are kept. */
const CLIENT_LENGTH = 200;

type Services = WithStore & WithClock & WithIds & WithSecrets & WithPasswords;

interface LogIn extends PasswordTry {
  /** What the client says about itself: its User-Agent. */
  readonly client?: string | undefined;
}

/**
 * Exchanges a password for a session token. `servicesFor` returns the services on the data of the member's tenant. An
 * unknown user and a wrong password give the same error. Throws Conflict when sessions of the user were ended meanwhile.
 */
export async function logIn(
  services: Services,
  input: LogIn,
  servicesFor: (caller: HumanCaller) => WithStore = () => services,
): Promise<{ token: string; caller: HumanCaller; expires: number }> {
  const generation = await readGeneration(services, input.user);
  const member = await checkPassword(services, input);
  if (!member) throw new GantryError("Unauthenticated", "User or password is wrong.", { field: "password" });
  const caller: HumanCaller = {
    tenant: member.tenant,
    principal: input.user,
    kind: "human",
    membership: member.role,
    roles: member.roles,
    teams: member.teams,
    auth_time: new Date(services.clock.now()).toISOString(),
    amr: ["pwd"],
    scopes: [],
  };
  const opened = await open(services, servicesFor(caller), caller, input);
  if ((await readGeneration(services, input.user)) !== generation) {
    await logOut(services, opened.token);
    throw new GantryError("Conflict", "Sessions of this user were ended at this moment. Log in again.");
  }
  return { caller, ...opened };
}

/** The person's list contains the session before it is valid, so that no valid session is missing there. */
async function open(
  { store, clock, ids }: WithStore & WithClock & WithIds,
  ofTenant: WithStore,
  caller: HumanCaller,
  { address, client }: Pick<LogIn, "address" | "client">,
): Promise<{ token: string; expires: number }> {
  const token = ids.secret();
  const session_id = ids.make("s");
  const used_at = clock.now();
  const expires = used_at + SESSION_SECONDS * 1000;
  const listed = {
    ...ownSessionKey(caller.tenant, caller.principal, session_id),
    session_id,
    digest: digestOf(token),
    address,
    client: client === undefined ? null : printableLine(client).slice(0, CLIENT_LENGTH),
    ttl: Math.ceil(expires / 1000),
  };
  await ofTenant.store.transact([{ put: listed }]);
  await store.transact([{ put: sessionItem(listed.digest, { session_id, caller, expires, used_at }) }]);
  return { token, expires };
}

/** The caller of a session token. Undefined when it is unknown, expired or stored in an incompatible format. */
export async function readSession(
  services: WithStore & WithClock,
  token: string,
): Promise<Caller | undefined> {
  const session = await findSession(services, token);
  if (session) await recordUse(services, digestOf(token), session);
  return session?.caller;
}

/** The session of a token; undefined for a token that opens none. */
export async function findSession(
  services: WithStore & WithClock,
  token: string,
): Promise<SessionItem | undefined> {
  return token.length > 100 ? undefined : readSessionItem(services, digestOf(token));
}

export async function logOut({ store }: WithStore, token: string): Promise<void> {
  await store.transact([deleteSession(digestOf(token))]);
}
