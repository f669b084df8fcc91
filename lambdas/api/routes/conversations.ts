import { z } from "zod";
import { askInChat } from "#core/factory/chat/ask-in-chat.ts";
import { answerOf } from "#core/factory/chat/reply.ts";
import { fileConversation } from "#core/factory/conversation/file.ts";
import { followConversation } from "#core/factory/conversation/follow.ts";
import { findAnyConversation, KINDS, openAnyConversation } from "#core/factory/conversation/kind.ts";
import { listConversations } from "#core/factory/conversation/list.ts";
import { idSchema } from "#core/kernel/ids.ts";
import {
  consultationTurn,
  conversationReply,
  conversationWithMessages,
} from "#lambdas/api/conversation-reply.ts";
import {
  conversationFilters,
  FILTERS_COST,
  filingBody,
  isFiltered,
  listQuery,
  message,
} from "#lambdas/api/inputs.ts";
import { EVENTS_TYPE, readEventId } from "#lambdas/runtime/event-stream.ts";
import { type Route, route } from "#lambdas/runtime/route.ts";

export const conversationRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: "/gantry/chat",
    id: "chat",
    tag: "Conversations",
    right: "write",
    scope: "consultations:write",
    limit: "model",
    summary: "Ask a question.",
    streams: true,
    description:
      "Answers questions from the documentation of Gantry, whose sections `sources` names, and about the missions of this installation. Question and answer are kept as a chat, which `conversation_id` continues. Never builds anything.",
    refuses: ["NotFound", "Conflict", "PolicyDenied", "ModelRefused", "ModelUnavailable"],
    body: z.strictObject({
      message: message.meta({ examples: ["What is Gantry made of?"] }),
      conversation_id: idSchema
        .optional()
        .describe("The chat to continue. A new one is started if this is omitted."),
    }),
    reply: { status: 200, description: "The answer.", schema: "ChatAnswer" },
    async handle({ services, caller, body, progress }) {
      const answer = await askInChat(services, caller, body, progress);
      progress.text(answer.answer);
      return { status: 200, body: answer };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/conversations",
    id: "conversations",
    tag: "Conversations",
    right: "read",
    scope: "consultations:read",
    limit: "search",
    isLimited: isFiltered,
    summary: "List conversations.",
    description: `Consultations and chats, newest first. ${FILTERS_COST}`,
    query: listQuery.omit({ project: true }).extend({
      ...conversationFilters,
      kind: z.enum(KINDS).optional().describe("Only conversations of this kind."),
    }),
    reply: { status: 200, description: "A page of the list.", schema: "ConversationList" },
    async handle({ services, caller, query }) {
      const archived = query.archived === "true";
      const { entries, next_cursor } = await listConversations(services, caller, { ...query, archived });
      const conversations = entries.map((each) => conversationReply(services, each));
      return { status: 200, body: { conversations, next_cursor } };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/conversations/{id}",
    id: "conversation",
    tag: "Conversations",
    right: "read",
    scope: "consultations:read",
    summary: "Read a conversation.",
    description: "A consultation with its messages and plan, or a chat with its questions and answers.",
    refuses: ["NotFound"],
    params: z.strictObject({
      id: idSchema.describe("The id of the conversation, or of the mission of a consultation."),
    }),
    reply: { status: 200, description: "The conversation.", schema: "ConversationWithMessages" },
    handle: async ({ services, caller, path }) => ({
      status: 200,
      body: await conversationWithMessages(services, await findAnyConversation(services, caller, path.id)),
    }),
  }),
  route({
    method: "GET",
    path: "/gantry/conversations/{id}/stream",
    id: "followConversation",
    tag: "Conversations",
    right: "read",
    scope: "consultations:read",
    summary: "Follow the reply to a message.",
    streams: true,
    description:
      "Waits up to a minute for the reply to the newest message. With `Last-Event-ID` it is the reply to the message that the id names, and only its text after what the client has.",
    refuses: ["NotFound", "ModelRefused", "ModelUnavailable", "PolicyDenied"],
    params: z.strictObject({ id: idSchema.describe("The conversation's id.") }),
    headers: z.object({
      "Last-Event-ID": z
        .string()
        .regex(/^\d{1,12}-\d{1,6}$/, "must be the id of an event")
        .optional()
        .describe("The id of the last event that the client received."),
    }),
    reply: {
      status: 200,
      description: "The events until the reply.",
      schema: "EventStream",
      type: EVENTS_TYPE,
    },
    async handle({ services, caller, path, headers, progress }) {
      const { sequence } = readEventId(headers["Last-Event-ID"]) ?? {};
      const followed = await followConversation(services, caller, path.id, { sequence, progress });
      if ("conversation" in followed) return consultationTurn(services, followed.conversation, progress);
      const answer = answerOf(followed.chat, followed.turn);
      progress.text(answer.answer);
      return { status: 200, body: answer };
    },
  }),
  route({
    method: "PATCH",
    path: "/gantry/conversations/{id}",
    id: "fileConversation",
    tag: "Conversations",
    right: "write",
    scope: "consultations:write",
    summary: "Rename or archive a conversation.",
    description: "What was said and planned stays as it is. An archived conversation can be continued.",
    refuses: ["NotFound", "Conflict"],
    params: z.strictObject({ id: idSchema.describe("The conversation's id.") }),
    body: filingBody,
    reply: { status: 200, description: "The conversation.", schema: "Conversation" },
    async handle({ services, caller, path, body }) {
      const opened = await openAnyConversation(services, caller, path.id);
      return { status: 200, body: conversationReply(services, await fileConversation(opened, caller, body)) };
    },
  }),
];
