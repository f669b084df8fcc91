import type { SiriMessage } from "#core/identity/siri/scheme.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { lookupKey } from "#core/kernel/keys.ts";
import { TransactionRefused, type WithStore } from "#core/kernel/ledger/store.ts";

/** How long a used nonce is kept: longer than all timestamps of one signature are accepted, which is 600 s. */
const NONCE_SECONDS = 900;

type Used = Pick<SiriMessage, "key_id" | "nonce">;

/**
 * Uses a nonce of a key. It is the idempotency key of a signed request: of all requests with it, one has an effect, and
 * the others throw ReplayedRequest.
 */
export async function useNonce({ store, clock }: WithStore & WithClock, used: Used): Promise<void> {
  const ttl = Math.ceil(clock.now() / 1000) + NONCE_SECONDS;
  try {
    await store.transact([{ put: { ...nonceKey(used), kind: "siri-nonce", ttl }, when: { absent: true } }]);
  } catch (error) {
    if (!(error instanceof TransactionRefused)) throw error;
    throw new GantryError(
      "ReplayedRequest",
      "A request with this nonce has been received before; every request needs a new X-Gantry-Nonce.",
      { field: "X-Gantry-Nonce" },
    );
  }
}

/** Keys never share nonces. */
const nonceKey = ({ key_id, nonce }: Used) => lookupKey(sha256Hex(`siri-nonce\n${key_id}\n${nonce}`));
