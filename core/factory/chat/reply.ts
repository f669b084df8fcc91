import { type Chat, isBeingAnswered, type Turn } from "#core/factory/chat/chat.ts";
import type { Failure } from "#core/factory/conversation/signals.ts";
import type { Source } from "#core/factory/documentation/passage.ts";
import type { ChatReply } from "#core/factory/prompts/chat.ts";
import { spoken } from "#core/factory/spoken.ts";

/** The answer to a question of a chat. */
export interface ChatAnswer extends ChatReply {
  readonly conversation_id: string;
}

export type AnsweredTurn = Turn & Required<Pick<Turn, "reply">>;

export const answerOf = ({ id }: Chat, { reply: { answer, sources } }: AnsweredTurn): ChatAnswer => ({
  conversation_id: id,
  answer,
  sources,
});

/** A question, or the reply to it, or why it has none. */
interface ChatMessage {
  readonly from: "person" | "gantry";
  readonly text: string;
  readonly time: string;
  readonly sources?: readonly Source[];
  readonly failure?: Failure;
}

/** Whether the newest question of a chat is being answered. `now` is in epoch milliseconds. */
export function stateOf({ turns }: Chat, now: number): "answering" | "open" {
  const newest = turns.at(-1);
  return newest && isBeingAnswered(newest, now) ? "answering" : "open";
}

/** What Gantry said last in a chat, short enough to be spoken; empty before the first reply. */
export function speechOf({ turns }: Chat): string {
  const newest = turns.findLast(({ reply, failure }) => reply || failure);
  return spoken(newest?.reply?.answer ?? newest?.failure?.message ?? "");
}

/** What was asked and answered, oldest first. */
export const messagesOf = ({ turns }: Chat): ChatMessage[] =>
  turns.flatMap(({ question, asked_at, reply, failure }) => [
    { from: "person", text: question, time: asked_at, ...(failure ? { failure } : {}) },
    ...(reply
      ? [{ from: "gantry" as const, text: reply.answer, time: reply.time, sources: reply.sources }]
      : []),
  ]);
