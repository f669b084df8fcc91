import { GantryError } from "#core/errors.ts";
import type { Factory } from "#core/factory.ts";
import { sha256Hex } from "#core/hash.ts";
import { lookupKey } from "#core/keys.ts";
import { changeItem } from "#core/ledger/change-item.ts";

export interface BucketSize {
  readonly burst: number;
  readonly per_minute: number;
}

/** A token bucket: how many tokens were left, and when. */
export interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** The bucket after taking one token, or the seconds to wait for one. */
export function take(
  bucket: Bucket | null,
  now: number,
  { burst, per_minute }: BucketSize,
): { bucket: Bucket } | { wait_seconds: number } {
  const refilled = bucket
    ? Math.min(burst, bucket.tokens + ((now - bucket.at) / 60_000) * per_minute)
    : burst;
  if (refilled < 1) return { wait_seconds: Math.ceil(((1 - refilled) / per_minute) * 60) };
  return { bucket: { tokens: refilled - 1, at: now } };
}

const RACE = {
  tries: 10,
  // So many takers at once that every race was lost: the bucket may hold tokens still.
  lost: () => tooMany(1),
};

/** Takes a token of the named bucket, or throws TooManyRequests with the seconds to wait. */
export async function limit(
  { store, clock }: Pick<Factory, "store" | "clock">,
  name: string,
  size: BucketSize,
): Promise<void> {
  await changeItem(store, lookupKey(sha256Hex(`bucket\n${name}`)), RACE, (item) => {
    const now = clock.now();
    const taken = take((item?.bucket as Bucket | undefined) ?? null, now, size);
    if ("wait_seconds" in taken) throw tooMany(taken.wait_seconds);
    return { bucket: taken.bucket, ttl: Math.ceil(now / 1000) + 3600 };
  });
}

function tooMany(retry_after_seconds: number): GantryError {
  return new GantryError("TooManyRequests", "Too many tries; wait a little.", {
    detail: { retry_after_seconds },
  });
}
