import { networkOf } from "#core/identity/address.ts";
import { takeToken, tooManyRequests } from "#core/identity/bucket.ts";
import { type BucketSize, LOGIN_LIMITS } from "#core/identity/limits.ts";
import { type Member, readMember } from "#core/identity/member-secret.ts";
import type { WithPasswords } from "#core/identity/passwords.ts";
import type { WithSecrets } from "#core/identity/secrets.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** Verified for an unknown user, so that an unknown user and a wrong password take the same time. */
const UNKNOWN_USER_PHC =
  "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

export interface PasswordTry {
  readonly user: string;
  readonly password: string;
  /** The address of the client. */
  readonly address: string;
}

/**
 * The member with this name and password; undefined when the user is unknown or the password is wrong. Throws
 * TooManyRequests when the address, the user or the user at this address exceeds a limit of log-ins.
 */
export async function checkPassword(
  services: WithStore & WithClock & WithSecrets & WithPasswords,
  input: PasswordTry,
): Promise<Member | undefined> {
  await countTry(services, input);
  const member = await readMember(services, input.user);
  const right = await services.passwords.verify(member?.phc ?? UNKNOWN_USER_PHC, input.password);
  return right ? member : undefined;
}

async function countTry(
  services: WithStore & WithClock,
  { user, address }: Pick<PasswordTry, "user" | "address">,
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
