import { networkOf } from "#core/identity/address.ts";
import { takeToken, tooManyRequests } from "#core/identity/bucket.ts";
import { type Caller, callerSchema, type HumanCaller } from "#core/identity/caller.ts";
import { type BucketSize, LOGIN_LIMITS } from "#core/identity/limits.ts";
import { readMember } from "#core/identity/member-secret.ts";
import type { WithPasswords } from "#core/identity/passwords.ts";
import type { WithSecrets } from "#core/identity/secrets.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import { lookupKey } from "#core/kernel/keys.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

export const SESSION_SECONDS = 12 * 3600;
/** Verified for an unknown user, so that an unknown user and a wrong password take the same time. */
const UNKNOWN_USER_PHC =
  "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

type Services = WithStore & WithClock & WithIds & WithSecrets & WithPasswords;

/** Exchanges a password for a session token. An unknown user and a wrong password give the same error. */
export async function logIn(
  services: Services,
  input: { user: string; password: string; address: string },
): Promise<{ token: string; caller: HumanCaller; expires: number }> {
  await countTry(services, input);
  const member = await readMember(services, input.user);
  const right = await services.passwords.verify(member?.phc ?? UNKNOWN_USER_PHC, input.password);
  if (!member || !right)
    throw new GantryError("Unauthenticated", "User or password is wrong.", { field: "password" });
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
  return { caller, ...(await open(services, caller)) };
}

/** Throws TooManyRequests when the address, the user or the user at this address exceeds a login limit. */
async function countTry(
  services: Services,
  { user, address }: { user: string; address: string },
): Promise<void> {
  const network = networkOf(address);
  const buckets: readonly [string, BucketSize][] = [
    [`address\n${network}`, LOGIN_LIMITS.address],
    [`user\n${user}\naddress\n${network}`, LOGIN_LIMITS.user_at_address],
    [`user\n${user}`, LOGIN_LIMITS.user],
  ];
  for (const [name, size] of buckets) {
    const { wait_seconds } = await takeToken(services, `login\n${name}`, size);
    if (wait_seconds !== undefined) throw tooManyRequests(wait_seconds);
  }
}

async function open(
  { store, clock, ids }: Services,
  caller: Caller,
): Promise<{ token: string; expires: number }> {
  const token = ids.secret();
  const expires = clock.now() + SESSION_SECONDS * 1000;
  await store.transact([
    { put: { ...sessionKey(token), kind: "session", caller, expires, ttl: Math.ceil(expires / 1000) } },
  ]);
  return { token, expires };
}

/** The caller of a session token. Undefined when it is unknown, expired or stored in an incompatible format. */
export async function readSession(
  { store, clock }: WithStore & WithClock,
  token: string,
): Promise<Caller | undefined> {
  if (token.length > 100) return undefined;
  const item = await store.get(sessionKey(token));
  return item?.kind === "session" && (item.expires as number) > clock.now()
    ? callerSchema.safeParse(item.caller).data
    : undefined;
}

export async function logOut({ store }: WithStore, token: string): Promise<void> {
  await store.transact([{ delete: sessionKey(token) }]);
}

function sessionKey(token: string) {
  return lookupKey(sha256Hex(`session\n${token}`));
}
