import { type Chat, isBeingAnswered } from "#core/factory/chat/chat.ts";
import type { AnsweredTurn } from "#core/factory/chat/reply.ts";
import type { Conversation } from "#core/factory/conversation/conversation.ts";
import { type AnyConversation, findAnyConversation, isChat } from "#core/factory/conversation/kind.ts";
import type { Progress } from "#core/factory/conversation/progress.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";

/** The longest wait for a reply, and the longest pause between two reads. */
const WAIT_MS = 60_000;
const PAUSE_MS = 1000;

/** A chat with the turn that was answered, or a consultation. */
export type Followed =
  | { readonly chat: Chat; readonly turn: AnsweredTurn }
  | { readonly conversation: Conversation };

/**
 * Waits for the reply to the question with this sequence, or else to the newest message. A consultation that is still
 * planning when the time is over is returned as it is. Throws NotFound, the failure of a message, and ModelUnavailable for
 * a question that nobody answers any more.
 */
export async function followConversation(
  services: WithLedger & WithClock,
  caller: Caller,
  id: string,
  { sequence, progress }: { readonly sequence?: number | undefined; readonly progress: Progress },
): Promise<Followed> {
  let current = await findAnyConversation(services, caller, id);
  progress.received(current.id, sequenceIn(current, sequence));
  if (isBusy(current)) progress.doing(isChat(current) ? "answering" : "planning");
  for (let waited = 0; isBusy(current) && waited < WAIT_MS; ) {
    waited += await services.clock.jitter(PAUSE_MS);
    current = await findAnyConversation(services, caller, id);
  }
  return isChat(current)
    ? { chat: current, turn: answered(current, sequence) }
    : { conversation: withoutFailure(current) };

  function isBusy(conversation: AnyConversation): boolean {
    if (!isChat(conversation)) return conversation.status === "planning";
    const turn = turnIn(conversation, sequence);
    return turn !== undefined && isBeingAnswered(turn, services.clock.now());
  }
}

/** The turn of the question with this sequence, else the newest. */
const turnIn = ({ turns }: Chat, sequence: number | undefined) =>
  turns.find((turn) => turn.sequence === sequence) ?? turns.at(-1);

const sequenceIn = (conversation: AnyConversation, sequence: number | undefined): number =>
  isChat(conversation) ? (turnIn(conversation, sequence)?.sequence ?? 0) : conversation.newest;

function answered(chat: Chat, sequence: number | undefined): AnsweredTurn {
  const turn = turnIn(chat, sequence);
  if (turn?.reply) return turn as AnsweredTurn;
  if (turn?.failure) throw new GantryError(turn.failure.code, turn.failure.message);
  throw new GantryError("ModelUnavailable", "The question was not answered; ask it again.");
}

function withoutFailure(conversation: Conversation): Conversation {
  const { failure } = conversation;
  if (failure) throw new GantryError(failure.code, failure.message);
  return conversation;
}
