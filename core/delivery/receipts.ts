import type { DeliveryServices, Run } from "#core/delivery/handler.ts";
import { sha256Hex } from "#core/hash.ts";
import { dedupeKey } from "#core/keys.ts";
import type { Signal } from "#core/ledger/signal.ts";
import { TransactionRefused, type Write } from "#core/ledger/store.ts";

/** Longer than the table's stream keeps a record (24 hours) and than a dead letter waits to be replayed. */
const KEPT_SECONDS = 30 * 86_400;

/**
 * Takes a receipt for each signal of a run, for a handler whose effect may happen once only. Returns the signals that
 * had none: of several that ask for the same one, at once or after a crash, one gets it. Take it when nothing but
 * the effect is left to do: what fails before comes again, and what dies between receipt and effect is lost.
 *
 * It is a receipt for each signal and no mark per aggregate, because dead letters are replayed after newer signals
 * of the same aggregate were handled.
 */
export async function takeReceipts(
  { store, clock }: Pick<DeliveryServices, "store" | "clock">,
  { handler, ref, entries }: Run,
): Promise<readonly Signal[]> {
  const ttl = Math.ceil(clock.now() / 1000) + KEPT_SECONDS;
  const receipt = ({ hash }: Signal): Write => ({
    put: { ...dedupeKey(ref.tenant, sha256Hex(`delivery\n${handler.name}\n${hash}`)), ttl },
    when: { absent: true },
  });
  let open = entries.map(({ signal }) => signal);
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
