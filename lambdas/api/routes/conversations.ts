import { z } from "zod";
import { askInChat } from "#core/factory/chat/ask-in-chat.ts";
import { fileConversation } from "#core/factory/conversation/file.ts";
import { findAnyConversation, KINDS, openAnyConversation } from "#core/factory/conversation/kind.ts";
import { listConversations } from "#core/factory/conversation/list.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { conversationReply, conversationWithMessages } from "#lambdas/api/conversation-reply.ts";
import {
  conversationFilters,
  FILTERS_COST,
  filingBody,
  isFiltered,
  listQuery,
  message,
} from "#lambdas/api/inputs.ts";
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
    handle: async ({ services, caller, body }) => ({
      status: 200,
      body: await askInChat(services, caller, body),
    }),
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
