import { z } from "zod";
import { commission } from "#core/conversation/architect.ts";
import { answerQuestion } from "#core/conversation/chat.ts";
import { type ConsultAnswer, consult, loadConversation, present } from "#core/conversation/consult.ts";
import type { Conversation } from "#core/conversation/conversation.ts";
import { listConversations } from "#core/conversation/list.ts";
import type { Factory } from "#core/factory.ts";
import { idSchema } from "#core/ids.ts";
import { noticesFor } from "#core/plan/notices.ts";
import { spoken } from "#core/spoken.ts";
import {
  consultationReply,
  consultBody,
  consultReply,
  listQuery,
  message,
  next_cursor,
  speech,
  turnReply,
} from "#lambdas/api/schemas.ts";
import { log } from "#lambdas/runtime/log.ts";
import { type Route, type RouteContext, route } from "#lambdas/runtime/route.ts";

async function turn({ factory, caller, body }: RouteContext<unknown, unknown, z.infer<typeof consultBody>>) {
  return { status: 200, body: await withNotices(factory, await consult(factory, caller, body)) };
}

/** A person who listens hears what is refused before the plan. */
async function spokenTurn(context: Parameters<typeof turn>[0]) {
  const { status, body } = await turn(context);
  const sentences = body.notices.map(({ sentence }) => sentence);
  return { status, body: { ...body, speech: spoken([...sentences, body.speech].join(" ")) } };
}

async function withNotices({ notices }: Pick<Factory, "notices">, answer: ConsultAnswer) {
  const open = answer.plan !== null && answer.status !== "confirmed";
  return { ...answer, notices: open ? noticesFor(answer.plan, await notices()) : [] };
}

function shown(conversation: Conversation): z.infer<typeof consultationReply> {
  const { created_at, updated_at } = conversation;
  return { ...present(conversation), created_at, updated_at };
}

export const consultRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: "/gantry/voice",
    id: "voice",
    right: "write",
    limit: "model",
    summary: "One spoken turn of a consultation: a wish, an answer, or a yes.",
    body: consultBody,
    reply: { status: 200, schema: turnReply },
    handle: spokenTurn,
  }),
  route({
    method: "POST",
    path: "/gantry/consult",
    id: "consult",
    right: "write",
    limit: "model",
    summary: "One written turn of a consultation. `confirm` with the plan's hash starts the build.",
    body: consultBody,
    reply: { status: 200, schema: turnReply },
    handle: turn,
  }),
  route({
    method: "GET",
    path: "/gantry/consultation/{id}",
    id: "consultation",
    right: "read",
    summary: "A consultation with its messages and plan.",
    params: z.strictObject({ id: idSchema }),
    reply: {
      status: 200,
      schema: consultationReply.extend({
        messages: z.array(z.object({ from: z.string(), text: z.string(), time: z.string() })),
      }),
    },
    async handle({ factory, caller, path }) {
      const conversation = await loadConversation(factory, caller, path.id, "id");
      return { status: 200, body: { ...shown(conversation), messages: conversation.messages } };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/consultations",
    id: "consultations",
    right: "read",
    summary: "Consultations, newest first.",
    query: listQuery.extend({ status: consultReply.shape.status.optional() }),
    reply: {
      status: 200,
      schema: z.object({ consultations: z.array(consultationReply), next_cursor }),
    },
    async handle({ factory, caller, query }) {
      const { entries, next_cursor } = await listConversations(factory, caller, query);
      return { status: 200, body: { consultations: entries.map(shown), next_cursor } };
    },
  }),
  route({
    method: "POST",
    path: "/gantry/architect",
    id: "architect",
    right: "write",
    limit: "build",
    summary:
      "Plans and builds in one call, without asking: the call itself is the person's decision on the plan it gets.",
    body: z.strictObject({
      voice_memo: message.meta({ examples: ["Build me a task manager"] }),
      deploy: z.boolean().default(true),
      publish: z.boolean().default(true),
    }),
    reply: {
      status: 202,
      schema: z.object({ mission_id: idSchema, conversation_id: idSchema, speech }),
    },
    handle: async ({ factory, caller, body }) => ({
      status: 202,
      body: await commission(factory, caller, body),
    }),
  }),
  route({
    method: "POST",
    path: "/gantry/chat",
    id: "chat",
    right: "write",
    limit: "model",
    summary: "Questions about architecture and about this installation. Never builds anything.",
    body: z.strictObject({ message: message.meta({ examples: ["What is Gantry made of?"] }) }),
    reply: { status: 200, schema: z.object({ answer: z.string() }) },
    handle: async ({ factory, caller, body }) => ({
      status: 200,
      body: await answerQuestion(factory, caller, body.message, (call) =>
        log("info", "model called", { ...call }),
      ),
    }),
  }),
  route({
    method: "GET",
    path: "/gantry/themes",
    id: "themes",
    right: "read",
    summary: "Themes a plan can ask for.",
    reply: {
      status: 200,
      schema: z.object({
        themes: z.array(z.object({ id: z.string(), title: z.string(), description: z.string() })),
      }),
    },
    async handle() {
      return {
        status: 200,
        body: {
          themes: [
            { id: "default", title: "Default", description: "Follows the system's light or dark setting." },
          ],
        },
      };
    },
  }),
];
