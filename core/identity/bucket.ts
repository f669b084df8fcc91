import type { BucketSize } from "#core/identity/limits.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { inTurn } from "#core/kernel/in-turn.ts";
import { lookupKey } from "#core/kernel/keys.ts";
import { changeItem } from "#core/kernel/ledger/change-item.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** Lifetime of an unused bucket item. Every bucket is full again by then: the slowest takes six minutes. */
const BUCKET_SECONDS = 3600;

/** A token bucket: how many tokens were left at a time, in epoch milliseconds. */
export interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

type Services = WithStore & WithClock;

/** The state of a bucket after a request. */
export interface BucketState {
  /** Remaining whole tokens. */
  readonly remaining: number;
  /** Seconds until the bucket is full again. */
  readonly reset_seconds: number;
  /** Present when there was no token: seconds until the next one. */
  readonly wait_seconds?: number;
}

type Taken = { readonly bucket: Bucket } | { readonly wait_seconds: number };

/** The bucket after one token was taken, or the seconds to wait for one. */
export function take(bucket: Bucket | null, now: number, { burst, per_minute }: BucketSize): Taken {
  const refilled = bucket
    ? Math.min(burst, bucket.tokens + ((now - bucket.at) / 60_000) * per_minute)
    : burst;
  if (refilled < 1) return { wait_seconds: Math.ceil(((1 - refilled) / per_minute) * 60) };
  return { bucket: { tokens: refilled - 1, at: now } };
}

/**
 * Takes a token from the named bucket and returns its state; `wait_seconds` is present when it had none. Requests of
 * one process take turns, because concurrent writes would make each other retry. When as many requests wait as the
 * bucket can have tokens, the next one gets none at once.
 */
export async function takeToken(parts: Services, name: string, size: BucketSize): Promise<BucketState> {
  const taken = inTurn(`bucket\n${name}`, size.burst, () => takeRacing(parts, name, size));
  return taken ?? stateOf({ wait_seconds: 1 }, size);
}

/** Like {@link takeToken}, but only with the conditional write that resolves races between processes. */
export async function takeRacing(
  { store, clock }: Services,
  name: string,
  size: BucketSize,
): Promise<BucketState> {
  let taken: Taken = { wait_seconds: 0 };
  const key = lookupKey(sha256Hex(`bucket\n${name}`));
  await changeItem(
    { store, clock },
    key,
    () => tooManyRequests(1),
    (item) => {
      const now = clock.now();
      taken = take((item?.bucket as Bucket | undefined) ?? null, now, size);
      return "bucket" in taken
        ? { bucket: taken.bucket, ttl: Math.ceil(now / 1000) + BUCKET_SECONDS }
        : undefined;
    },
  );
  return stateOf(taken, size);
}

function stateOf(taken: Taken, { burst, per_minute }: BucketSize): BucketState {
  const tokens = "bucket" in taken ? taken.bucket.tokens : 0;
  return {
    remaining: Math.floor(tokens),
    reset_seconds: Math.ceil(((burst - tokens) / per_minute) * 60),
    ...("wait_seconds" in taken ? taken : {}),
  };
}

/** The error of a request for which there was no token. */
export function tooManyRequests(retry_after_seconds: number, detail: object = {}): GantryError {
  const wait = retry_after_seconds === 1 ? "1 second" : `${retry_after_seconds} seconds`;
  return new GantryError("TooManyRequests", `Too many requests of this kind. Try again in ${wait}.`, {
    detail: { retry_after_seconds, ...detail },
  });
}
