import { answerQuestion } from "#core/factory/chat/answer-question.ts";
import { CHAT_PREFIX, type Chat, chatRef, chats, type Turn, turnOf } from "#core/factory/chat/chat.ts";
import { type OpenChat, openChat } from "#core/factory/chat/open.ts";
import { type AnsweredTurn, answerOf, type ChatAnswer } from "#core/factory/chat/reply.ts";
import { type Progress, UNHEARD } from "#core/factory/conversation/progress.ts";
import { actorOf } from "#core/identity/actor.ts";
import type { Caller } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { CallRecord } from "#core/model/call-record.ts";

export interface Question {
  readonly message: string;
  /** The chat to continue; a new one is started without it. */
  readonly conversation_id?: string | undefined;
}

type Services = Parameters<typeof answerQuestion>[0] & WithLedger & WithIds;

/** Questions and characters of one chat, all of which are its state. */
const MAX_TURNS = 50;
const MAX_CHARACTERS = 80_000;

const AGENT = { kind: "agent", id: "chat" } as const;

/**
 * Answers a question of a chat, and keeps both. The question is stored before any model call, so that it is not lost with
 * the process; a request that is repeated with the same ids continues its own turn and returns the reply that is there.
 * Throws NotFound, and InvalidInput for a chat that is too long; what a model refuses is recorded and thrown.
 */
export async function askInChat(
  services: Services,
  caller: Caller,
  question: Question,
  progress = UNHEARD,
): Promise<ChatAnswer> {
  const { opened, turn } = await recordQuestion(services, caller, question);
  progress.received(opened.state.id, turn.sequence);
  if (!turn.reply) await answer(services, caller, opened, { turn, progress });
  return answerOf(opened.state, turnOf(opened.state, turn.id) as AnsweredTurn);
}

async function recordQuestion(
  services: Services,
  caller: Caller,
  { message: text, conversation_id }: Question,
): Promise<{ readonly opened: OpenChat; readonly turn: Turn }> {
  const { ledger, ids } = services;
  const opened =
    conversation_id === undefined
      ? await ledger.open(chats, chatRef(caller.tenant, ids.make(CHAT_PREFIX)))
      : await openChat(services, caller, conversation_id);
  const turn_id = ids.make("q");
  const actor = actorOf(caller);
  await opened.append((current) => {
    // This is the retry of a request whose process crashed.
    if (turnOf(current, turn_id)) return null;
    requireRoom(current, text);
    const started = { type: "gantry.chat.started", data: { owner: actor.id }, actor };
    const received = { type: "gantry.chat.question_received", data: { turn_id, text }, actor };
    return { drafts: [...(current ? [] : [started]), received] };
  });
  return { opened: opened as OpenChat, turn: turnOf(opened.state, turn_id) as Turn };
}

async function answer(
  services: Services,
  caller: Caller,
  opened: OpenChat,
  { turn, progress }: { readonly turn: Turn; readonly progress: Progress },
): Promise<void> {
  const called = (call: CallRecord) => ({ type: "gantry.model.called", data: { ...call }, actor: AGENT });
  try {
    const { call, ...reply } = await answerQuestion(
      services,
      caller,
      { question: turn.question, earlier: before(opened.state, turn) },
      async (unusable) => void (await opened.append(() => ({ drafts: [called(unusable)] }))),
      progress,
    );
    const answered = { type: "gantry.chat.answered", data: { turn_id: turn.id, ...reply }, actor: AGENT };
    await opened.append(() => ({ drafts: [called(call), answered] }));
  } catch (error) {
    if (!(error instanceof GantryError) || error.code === "Conflict" || error.code === "Internal")
      throw error;
    const data = { turn_id: turn.id, code: error.code, message: error.message };
    await opened.append(() => ({ drafts: [{ type: "gantry.chat.unanswered", data, actor: AGENT }] }));
    throw error;
  }
}

/** What was asked and answered before a turn. */
const before = ({ turns }: Chat, { sequence }: Turn) =>
  turns.flatMap((turn) =>
    turn.sequence < sequence && turn.reply ? [{ question: turn.question, answer: turn.reply.answer }] : [],
  );

function requireRoom(chat: Chat | null, text: string): void {
  if (!chat) return;
  const characters = chat.turns.reduce(
    (sum, { question, reply }) => sum + question.length + (reply?.answer.length ?? 0),
    text.length,
  );
  if (chat.turns.length < MAX_TURNS && characters <= MAX_CHARACTERS) return;
  throw new GantryError("InvalidInput", "This chat is too long; start a new one.", {
    field: "conversation_id",
  });
}
