import type { DeliveryServices, Handler, Observer } from "#core/delivery/handler.ts";
import { hintOf } from "#core/delivery/hint.ts";
import { counted } from "#core/delivery/measure.ts";
import { eachAtOnce } from "#core/kernel/each-at-once.ts";
import { type AggregateRef, connectionPk } from "#core/kernel/keys.ts";
import type { Item } from "#core/kernel/ledger/store.ts";

/** Concurrent posts to connections of one aggregate: as many as the SDK keeps connections for. */
const SOCKETS_AT_ONCE = 50;

/**
 * Sends the hint of an aggregate's newest signal to every connection that watches it. Idempotent: a repeated hint is
 * identical. Failures are counted and not thrown, so that no connection blocks the stream.
 */
export const sendHints: Handler = {
  name: "hints",
  async handle(services, { ref, entries }, observer) {
    const newest = entries.at(-1);
    const hint = newest && hintOf(newest);
    if (hint) await pushHint(services, ref, hint, observer);
  },
};

/** Sends a hint to every connection that watches an aggregate, and counts the failures. */
export async function pushHint(
  services: DeliveryServices,
  ref: AggregateRef,
  hint: string,
  { log, emit }: Pick<Observer, "log" | "emit">,
): Promise<void> {
  const sockets = await services.store.query({ pk: connectionPk(ref.tenant, ref.id), prefix: "CONN#" });
  let lost_hints = 0;
  await eachAtOnce(sockets, SOCKETS_AT_ONCE, async (socket) => {
    if (!(await isDelivered(services, socket, hint))) lost_hints += 1;
  });
  if (lost_hints === 0) return;
  log("warn", "hints lost", { aggregate: ref.id, lost_hints });
  emit([counted("SocketHintsLost", lost_hints)]);
}

/** Posts the hint; false when that failed. The item of a closed connection is deleted, which is not a failure. */
async function isDelivered(
  { store, push }: Pick<DeliveryServices, "store" | "push">,
  { pk, sk }: Item,
  hint: string,
): Promise<boolean> {
  try {
    const open = await push.post(sk.slice("CONN#".length), hint);
    if (!open) await store.transact([{ delete: { pk, sk } }]);
    return true;
  } catch {
    return false;
  }
}
