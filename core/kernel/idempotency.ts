import type { WithClock } from "#core/kernel/clock.ts";
import { ERRORS, GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import type { Ids, WithIds } from "#core/kernel/ids.ts";
import { dedupeKey } from "#core/kernel/keys.ts";
import { type Item, TransactionRefused, type WithStore, type Write } from "#core/kernel/ledger/store.ts";

/** A stored response. */
export interface KeptResponse {
  readonly status: number;
  readonly body: unknown;
}

export interface KeyedRequest {
  /** Keys are separate for each tenant and principal. */
  readonly caller: { readonly tenant: string; readonly kind: string; readonly principal: string };
  readonly route: string;
  readonly key: string;
  /** The content of the request; different content with the same key is refused. */
  readonly body: string;
}

/** A key whose request is being processed by the process that wrote this lease. */
type Claim = Item & {
  readonly fingerprint: string;
  /** Suffix of the ids of everything that the request creates. */
  readonly effect: string;
  readonly done: false;
  /** When the lease expires, in epoch milliseconds; 0 when any request may take over. */
  readonly lease: number;
  readonly ttl: number;
};

/** API Gateway ends a request after 29 s; the rest is a margin for clock differences. */
const LEASE_MS = 60_000;
const RETENTION_SECONDS = 24 * 3600;
const KEY_PATTERN = /^[\x21-\x7e]{1,128}$/;

/**
 * Runs a request once per tenant, principal, route and key (IETF Idempotency-Key draft). A repetition returns the
 * stored response (`replayed`). Throws IdempotencyMismatch for a different body, RequestInProgress while the first
 * request is being processed, InvalidInput for an invalid key. A refusal is not stored, so that a corrected request may
 * reuse the key. After a failure that may have had effects the key stays bound to its body and can be retried at once.
 * The lease of a crashed process expires. A request that takes a key over gets the same `ids`, so that it finds what
 * was created before and creates nothing twice; a request that lost its lease writes nothing.
 */
export async function once(
  { store, clock, ids }: WithStore & WithClock & WithIds,
  request: KeyedRequest,
  run: (ids: Ids) => Promise<KeptResponse>,
): Promise<KeptResponse & { replayed: boolean }> {
  requireKey(request.key);
  const { tenant, kind, principal } = request.caller;
  const key = dedupeKey(tenant, sha256Hex(`http\n${kind}\n${principal}\n${request.route}\n${request.key}`));
  const fingerprint = sha256Hex(request.body);
  const claimed = await claim();
  if ("kept" in claimed) return { ...claimed.kept, replayed: true };
  const { mine } = claimed;
  const held = { equals: { lease: mine.lease, effect: mine.effect } };
  const response = await run(idsOf(mine.effect, ids)).catch(async (error) => {
    await unlessLost(
      isRefusal(error) ? { delete: key, when: held } : { put: { ...mine, lease: 0 }, when: held },
    );
    throw error;
  });
  // When this write fails, the key stays claimed: the effect has happened, so the key must not become free.
  const ttl = Math.ceil(clock.now() / 1000) + RETENTION_SECONDS;
  await unlessLost({ put: { ...key, fingerprint, done: true, lease: 0, response, ttl }, when: held });
  return { ...response, replayed: false };

  /** Writes unless the lease has expired and another request holds the key, which then completes it. */
  async function unlessLost(write: Write): Promise<void> {
    await store.transact([write]).catch((error) => {
      if (!(error instanceof TransactionRefused)) throw error;
    });
  }

  async function claim(): Promise<{ kept: KeptResponse } | { mine: Claim }> {
    const now = clock.now();
    const effect = ids.make("k").slice("k_".length);
    const mine: Claim = {
      ...key,
      fingerprint,
      effect,
      done: false,
      lease: now + LEASE_MS,
      ttl: Math.ceil(now / 1000) + RETENTION_SECONDS,
    };
    try {
      await store.transact([{ put: mine, when: { absent: true } }]);
      return { mine };
    } catch (error) {
      if (!(error instanceof TransactionRefused)) throw error;
    }
    const item = await store.get(key);
    if (item && item.fingerprint !== fingerprint) {
      throw new GantryError(
        "IdempotencyMismatch",
        "This Idempotency-Key was already used with a different request.",
        {
          field: "Idempotency-Key",
        },
      );
    }
    if (item?.done) return { kept: item.response as KeptResponse };
    if (!item || (item.lease as number) >= now) throw inProgress();
    const taken = { ...mine, effect: item.effect as string };
    await store
      .transact([{ put: taken, when: { equals: { lease: item.lease as number } } }])
      .catch((error) => {
        throw error instanceof TransactionRefused ? inProgress() : error;
      });
    return { mine: taken };
  }
}

/** Whether the error is a permanent refusal. Any other failure may have occurred after an effect. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof GantryError)) return false;
  const { status, retry } = ERRORS[error.code];
  return status < 500 && !retry;
}

/** Throws InvalidInput unless the Idempotency-Key has 1-128 visible ASCII characters. */
export function requireKey(key: string): void {
  if (KEY_PATTERN.test(key)) return;
  throw new GantryError("InvalidInput", "Idempotency-Key must be 1-128 visible ASCII characters.", {
    field: "Idempotency-Key",
  });
}

/** Ids that are the same for every run of a request, which creates at most one resource of each prefix. */
function idsOf(effect: string, ids: Ids): Ids {
  return { ...ids, make: (prefix) => `${prefix}_${effect}` };
}

function inProgress(): GantryError {
  return new GantryError(
    "RequestInProgress",
    "The same request is still being processed; try again in a moment.",
    {
      field: "Idempotency-Key",
      detail: { retry_after_seconds: 1 },
    },
  );
}
