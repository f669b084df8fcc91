import { z } from "zod";
import { KINDS } from "#core/factory/conversation/kind.ts";
import { consultationWithMessages, filed } from "#core/web/replies/consultation.ts";
import { consultationState, failure, id, next_cursor, speech, time } from "#core/web/replies/parts.ts";

const source = z
  .object({
    title: z.string().describe("The page and its heading."),
    path: z.string().describe("The file in the repository, with the anchor of the heading."),
  })
  .meta({ id: "Source", description: "A section of the documentation." });

const sources = z.array(source).describe("The sections of the documentation from which it was answered.");

export const chatAnswer = z
  .object({
    conversation_id: id.describe("The chat, which a later question can continue."),
    answer: z.string(),
    sources,
  })
  .meta({ id: "ChatAnswer", description: "The answer with its sources." });

const conversationKind = z.enum(KINDS).meta({
  id: "ConversationKind",
  description: "What a conversation is for: a consultation leads to a plan, a chat answers questions.",
});

const chatState = z.enum(["open", "answering"]).meta({
  id: "ChatState",
  description: "Whether the newest question is being answered.",
});

const common = { conversation_id: id, ...filed, created_at: time, updated_at: time };

export const conversation = z
  .object({
    ...common,
    kind: conversationKind,
    state: z.union([consultationState, chatState]),
    speech: speech.clone().describe("What Gantry said last, short enough to be spoken."),
  })
  .meta({ id: "Conversation", description: "A conversation in a list." });

export const conversationList = z
  .object({ conversations: z.array(conversation), next_cursor })
  .meta({ id: "ConversationList", description: "One page of conversations, newest first." });

const chatWithMessages = z
  .object({
    ...common,
    kind: z.literal("chat"),
    state: chatState,
    messages: z.array(
      z.object({
        from: z.enum(["person", "gantry"]),
        text: z.string(),
        time,
        sources: sources.optional(),
        failure: failure.optional().describe("Why the question has no answer."),
      }),
    ),
  })
  .meta({ id: "ChatWithMessages", description: "A chat with all its questions and answers." });

const consultationOfKind = consultationWithMessages
  .extend({ kind: z.literal("consultation") })
  .meta({ id: "ConsultationConversation", description: "A consultation, as a conversation." });

export const conversationWithMessages = z
  .discriminatedUnion("kind", [consultationOfKind, chatWithMessages])
  .meta({ id: "ConversationWithMessages", description: "A conversation with all its messages." });

export const eventStream = z.string().meta({
  id: "EventStream",
  description:
    "Server-sent events: `received` with the `conversation_id`, `doing` what is being done, `text` to be put `at` a place of the reply, `heartbeat` at least every 15 seconds, and last `reply` with the plain reply or `error` with the problem. `docs/api-clients.md` explains them.",
});
