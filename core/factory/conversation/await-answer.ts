import type { Conversation } from "#core/factory/conversation/conversation.ts";
import { type OpenConversation, openConversation } from "#core/factory/conversation/open.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { SYSTEM } from "#core/kernel/ledger/signal.ts";

/** How long a request waits for an answer; shorter than the time limit of a request. */
const WAIT_MS = 20_000;
/** The longest pause between two reads. */
const PAUSE_MS = 1000;

/**
 * Waits for the answer to the newest message and marks it as shown. Returns the consultation as it is when the time is
 * over or a newer message came. Throws the error for which the message has no answer.
 */
export async function awaitAnswer(
  services: WithLedger & WithClock,
  { tenant, id, newest }: Conversation,
): Promise<Conversation> {
  const isOver = (state: Conversation) => state.newest !== newest || state.status !== "planning";
  let opened = await openConversation(services, { tenant }, id);
  for (let waited = 0; !isOver(opened.state) && waited < WAIT_MS; ) {
    waited += await services.clock.jitter(PAUSE_MS);
    opened = await openConversation(services, { tenant }, id);
  }
  const { state } = opened;
  if (state.newest !== newest || state.status === "planning") return state;
  if (state.failure) throw new GantryError(state.failure.code, state.failure.message);
  return markShown(opened);
}

/** Records that the plan was shown to the device that spoke last, so that a bare yes can confirm it from now on. */
export async function markShown(opened: OpenConversation): Promise<Conversation> {
  const { newest } = opened.state;
  const { state } = await opened.append((current) =>
    current?.unseen && current.newest === newest
      ? { drafts: [{ type: "gantry.conversation.shown", data: { answers: newest }, actor: SYSTEM }] }
      : null,
  );
  return state;
}
