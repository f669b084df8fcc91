import type { DeliveryServices, Handler, Observer } from "#core/delivery/handler.ts";
import { hintOf } from "#core/delivery/hint.ts";
import { counted } from "#core/delivery/measure.ts";
import { eachAtOnce } from "#core/kernel/each-at-once.ts";
import { type AggregateRef, connectionPk } from "#core/kernel/keys.ts";
import type { Item } from "#core/kernel/ledger/store.ts";

/** Posts to this many sockets of one aggregate at the same time. */
const SOCKETS_AT_ONCE = 16;

/**
 * Sends every socket that watches an aggregate the hint of its newest signal. Idempotent by nature: a hint that comes
 * twice says the same. A hint that cannot be sent is counted and not thrown, so that no socket holds up the stream.
 */
export const sendHints: Handler = {
  name: "hints",
  async handle(services, { ref, entries }, observer) {
    const newest = entries.at(-1);
    const hint = newest && hintOf(newest);
    if (hint) await pushHint(services, ref, hint, observer);
  },
};

/** Sends a hint to every socket that watches an aggregate, and counts those that it could not be sent to. */
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

/** Whether the hint arrived, or the socket is gone and its item with it. */
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
