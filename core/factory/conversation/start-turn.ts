import type { Handler } from "#core/delivery/handler.ts";
import type { MessageReceived } from "#core/factory/conversation/signals.ts";
import type { WithTurns } from "#core/factory/conversation/turns.ts";
import { sequenceOf } from "#core/kernel/ledger/signal-v1.ts";

/** Starts the turn of the newest message that is answered after its request. Idempotent: a message is answered once. */
export const startTurn: Handler<WithTurns> = {
  name: "start-turn",
  async handle({ turns }, { ref: { tenant, kind, id }, entries }) {
    if (kind !== "conversation") return;
    const deferred = entries.filter(({ signal }) => (signal.data as unknown as MessageReceived).deferred);
    const newest = deferred.at(-1)?.signal;
    if (newest) await turns.ask({ tenant, conversation_id: id, message: sequenceOf(newest) });
  },
};
