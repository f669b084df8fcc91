import type { z } from "zod";
import { messagesOf, speechOf, stateOf } from "#core/factory/chat/reply.ts";
import type { Conversation } from "#core/factory/conversation/conversation.ts";
import { type AnyConversation, isChat } from "#core/factory/conversation/kind.ts";
import type { Progress } from "#core/factory/conversation/progress.ts";
import { briefReplyOf, replyOf } from "#core/factory/conversation/reply.ts";
import { titleOf } from "#core/factory/conversation/title.ts";
import type { WithNotices } from "#core/factory/plan/notices.ts";
import { spoken } from "#core/factory/spoken.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import type { consultation } from "#core/web/replies/consultation.ts";
import type { conversation as conversationSchema } from "#core/web/replies/conversation.ts";
import { estimateOf, noticesOf, statusOf } from "#lambdas/api/spoken-reply.ts";
import type { Reply } from "#lambdas/runtime/route.ts";

type Parts = WithNotices & WithStore & WithModels;

/** How a conversation is kept in order. */
const filed = (conversation: AnyConversation) => ({
  title: titleOf(conversation),
  archived: conversation.archived ?? false,
  created_at: conversation.created_at,
  updated_at: conversation.updated_at,
});

/** A conversation of either kind in a list. */
export function conversationReply(
  { clock }: WithClock,
  conversation: AnyConversation,
): z.infer<typeof conversationSchema> {
  const { id: conversation_id } = conversation;
  const common = { conversation_id, ...filed(conversation) };
  if (isChat(conversation)) {
    const state = stateOf(conversation, clock.now());
    return { ...common, kind: "chat", state, speech: speechOf(conversation) };
  }
  const { state, speech } = briefReplyOf(conversation);
  return { ...common, kind: "consultation", state, speech: spoken(speech) };
}

/** A conversation of either kind with its messages. */
export async function conversationWithMessages(services: WithClock & Parts, conversation: AnyConversation) {
  if (!isChat(conversation))
    return { kind: "consultation", ...(await consultationWithMessages(services, conversation)) };
  return {
    kind: "chat",
    conversation_id: conversation.id,
    state: stateOf(conversation, services.clock.now()),
    ...filed(conversation),
    messages: messagesOf(conversation),
  };
}

/** The reply to a written message of a consultation. */
export async function consultationTurn(
  services: Parts,
  conversation: Conversation,
  progress: Progress,
): Promise<Reply> {
  const reply = replyOf(conversation);
  progress.text(reply.response);
  const notices = await noticesOf(services, reply);
  const estimate = await estimateOf(services, conversation, reply);
  return { status: statusOf(reply), body: { ...reply, notices, estimate } };
}

/** A consultation in a list. */
export function consultationReply(conversation: Conversation): z.infer<typeof consultation> {
  return { ...briefReplyOf(conversation), ...filed(conversation) };
}

/** A consultation with its messages. */
export async function consultationWithMessages(services: Parts, conversation: Conversation) {
  const reply = replyOf(conversation);
  const notices = await noticesOf(services, reply);
  const estimate = await estimateOf(services, conversation, reply);
  return { ...reply, ...filed(conversation), notices, estimate, messages: conversation.messages };
}
