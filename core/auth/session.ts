import { z } from "zod";
import { networkOf } from "#core/auth/address.ts";
import { takeToken, tooManyRequests } from "#core/auth/bucket.ts";
import { type BucketSize, LOGIN_LIMITS } from "#core/auth/limits.ts";
import { type Caller, callerSchema, type HumanCaller } from "#core/caller.ts";
import { GantryError } from "#core/errors.ts";
import type { Factory } from "#core/factory.ts";
import { sha256Hex } from "#core/hash.ts";
import { ID_PATTERN, idSchema } from "#core/ids.ts";
import { lookupKey } from "#core/keys.ts";

/** What the secret `users/<user>` holds. */
const userSchema = z.strictObject({ tenant: idSchema, role: idSchema, phc: z.string().min(20) });

export const SESSION_SECONDS = 12 * 3600;
/** Verified when the user is unknown, so that both answers take as long. */
const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

type Parts = Pick<Factory, "store" | "clock" | "ids" | "secrets" | "passwords">;

/** Password to session token. Wrong user and wrong password are the same answer, at the same price. */
export async function logIn(
  factory: Parts,
  input: { user: string; password: string; address: string },
): Promise<{ token: string; caller: HumanCaller; expires: number }> {
  await countTry(factory, input);
  const known = ID_PATTERN.test(input.user)
    ? await factory.secrets.get(`users/${input.user}`, { fresh: true })
    : undefined;
  const user = known === undefined ? undefined : userSchema.parse(JSON.parse(known));
  const right = await factory.passwords.verify(user?.phc ?? NOBODY, input.password);
  if (!user || !right)
    throw new GantryError("Unauthenticated", "User or password is wrong.", { field: "password" });
  const caller: HumanCaller = {
    tenant: user.tenant,
    principal: input.user,
    kind: "human",
    membership: user.role,
    roles: [],
    teams: [],
    auth_time: new Date(factory.clock.now()).toISOString(),
    amr: ["pwd"],
    scopes: [],
  };
  return { caller, ...(await open(factory, caller)) };
}

/** Throws TooManyRequests when the address, the user or both together have tried too often. */
async function countTry(factory: Parts, { user, address }: { user: string; address: string }): Promise<void> {
  const network = networkOf(address);
  const buckets: readonly [string, BucketSize][] = [
    [`address\n${network}`, LOGIN_LIMITS.address],
    [`user\n${user}\naddress\n${network}`, LOGIN_LIMITS.user_at_address],
    [`user\n${user}`, LOGIN_LIMITS.user],
  ];
  for (const [name, size] of buckets) {
    const { wait_seconds } = await takeToken(factory, `login\n${name}`, size);
    if (wait_seconds !== undefined) throw tooManyRequests(wait_seconds);
  }
}

async function open(
  { store, clock, ids }: Parts,
  caller: Caller,
): Promise<{ token: string; expires: number }> {
  const token = ids.secret();
  const expires = clock.now() + SESSION_SECONDS * 1000;
  await store.transact([
    { put: { ...sessionKey(token), kind: "session", caller, expires, ttl: Math.ceil(expires / 1000) } },
  ]);
  return { token, expires };
}

/** The caller of a session token, or undefined when it is unknown or over, or was stored by another version. */
export async function readSession(
  { store, clock }: Pick<Factory, "store" | "clock">,
  token: string,
): Promise<Caller | undefined> {
  if (token.length > 100) return undefined;
  const item = await store.get(sessionKey(token));
  return item?.kind === "session" && (item.expires as number) > clock.now()
    ? callerSchema.safeParse(item.caller).data
    : undefined;
}

export async function logOut({ store }: Pick<Factory, "store">, token: string): Promise<void> {
  await store.transact([{ delete: sessionKey(token) }]);
}

function sessionKey(token: string) {
  return lookupKey(sha256Hex(`session\n${token}`));
}
