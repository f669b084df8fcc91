import { networkOf } from "#core/identity/address.ts";
import { type BucketState, takeToken, tooManyRequests } from "#core/identity/bucket.ts";
import type { Caller } from "#core/identity/caller.ts";
import { type BucketSize, REQUEST_LIMITS, type RequestLimitName } from "#core/identity/limits.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** One limit after a request, as reported to the client: quota and window of the policy, and the rest of the quota. */
export interface RateLimit extends Omit<BucketState, "wait_seconds"> {
  /** Name of the policy: `model-user`, `model-address`. */
  readonly policy: string;
  /** Maximum number of requests at once. */
  readonly quota: number;
  /** Seconds until an empty bucket is full again. */
  readonly window_seconds: number;
}

/**
 * Counts a request against the limits of its kind, for the user and for the address. Returns the state of both. Throws
 * TooManyRequests, with `retry_after_seconds` and `limits`, when one of them is exhausted.
 */
export async function countRequest(
  services: WithStore & WithClock,
  kind: RequestLimitName,
  { caller, address }: { caller: Caller; address: string },
): Promise<RateLimit[]> {
  const { user, address: shared } = REQUEST_LIMITS[kind];
  const subjects: readonly [string, string, BucketSize][] = [
    [`${kind}-user`, `${caller.tenant}\n${caller.kind}\n${caller.principal}`, user],
    [`${kind}-address`, networkOf(address), shared],
  ];
  return countAgainst(services, subjects);
}

/** Counts a request against buckets, each with the name of its policy, its subject and its size, in this order. */
export async function countAgainst(
  services: WithStore & WithClock,
  buckets: readonly (readonly [policy: string, subject: string, size: BucketSize])[],
): Promise<RateLimit[]> {
  const limits: RateLimit[] = [];
  for (const [policy, subject, size] of buckets) {
    const { wait_seconds, ...state } = await takeToken(services, `${policy}\n${subject}`, size);
    limits.push({
      policy,
      quota: size.burst,
      window_seconds: Math.ceil((size.burst / size.per_minute) * 60),
      ...state,
    });
    if (wait_seconds !== undefined) throw tooManyRequests(wait_seconds, { limits });
  }
  return limits;
}
