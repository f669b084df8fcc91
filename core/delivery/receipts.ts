import type { DeliveryServices, Run } from "#core/delivery/handler.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { dedupeKey } from "#core/kernel/keys.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { TransactionRefused, type Write } from "#core/kernel/ledger/store.ts";

/** Longer than the table's stream (24 hours) and the dead-letter queue retain a record. */
const KEPT_SECONDS = 30 * 86_400;

/**
 * Takes a receipt for the signal of each effect, for a handler whose effects must happen at most once. Returns the
 * effects whose signals had no receipt; of several callers for the same signal, concurrent or after a crash, only one
 * gets it. Call it immediately before the effect: earlier failures are retried, but an effect is lost when the process
 * crashes between receipt and effect.
 *
 * There is one receipt per signal, not a position per aggregate, because dead letters are replayed after newer signals
 * of the same aggregate were handled.
 */
export async function takeReceipts<E extends { readonly signal: Signal }>(
  { store, clock }: Pick<DeliveryServices, "store" | "clock">,
  { handler, ref }: Run,
  effects: readonly E[],
): Promise<readonly E[]> {
  const ttl = Math.ceil(clock.now() / 1000) + KEPT_SECONDS;
  const receipt = ({ signal }: E): Write => ({
    put: { ...dedupeKey(ref.tenant, sha256Hex(`delivery\n${handler.name}\n${signal.hash}`)), ttl },
    when: { absent: true },
  });
  let open = effects;
  while (open.length > 0) {
    try {
      await store.transact(open.map(receipt));
      return open;
    } catch (error) {
      if (!(error instanceof TransactionRefused)) throw error;
      const taken = new Set(error.failed.map(({ index }) => index));
      open = open.filter((_, index) => !taken.has(index));
    }
  }
  return open;
}
