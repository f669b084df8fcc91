import { z } from "zod";
import { answerQuestion } from "#core/factory/conversation/chat.ts";
import { commission } from "#core/factory/conversation/commission.ts";
import { consult } from "#core/factory/conversation/consult.ts";
import type { Conversation } from "#core/factory/conversation/conversation.ts";
import { listConversations } from "#core/factory/conversation/list.ts";
import { openConversation } from "#core/factory/conversation/open.ts";
import { type ConsultAnswer, replyOf } from "#core/factory/conversation/reply.ts";
import { noticesFor, type WithNotices } from "#core/factory/plan/notices.ts";
import { spoken } from "#core/factory/spoken.ts";
import { idSchema } from "#core/kernel/ids.ts";
import type { consultation } from "#core/web/replies/consultation.ts";
import { consultationStatus } from "#core/web/replies/parts.ts";
import { consultBody, FILTERS_COST, isFiltered, listQuery, message } from "#lambdas/api/inputs.ts";
import { log } from "#lambdas/runtime/log.ts";
import { type Route, type RouteContext, route } from "#lambdas/runtime/route.ts";

async function turn({ services, caller, body }: RouteContext<unknown, unknown, z.infer<typeof consultBody>>) {
  return { status: 200, body: await withNotices(services, await consult(services, caller, body)) };
}

/** Puts the notices before the speech, so that a listening person hears the limitations first. */
async function spokenTurn(context: Parameters<typeof turn>[0]) {
  const { status, body } = await turn(context);
  const sentences = body.notices.map(({ sentence }) => sentence);
  return { status, body: { ...body, speech: spoken([...sentences, body.speech].join(" ")) } };
}

async function withNotices({ notices }: WithNotices, answer: ConsultAnswer) {
  const open = answer.plan !== null && answer.status !== "confirmed";
  return { ...answer, notices: open ? noticesFor(answer.plan, await notices()) : [] };
}

function shown(conversation: Conversation): z.infer<typeof consultation> {
  const { created_at, updated_at } = conversation;
  return { ...replyOf(conversation), created_at, updated_at };
}

const TURN =
  "A message starts or continues a consultation; the reply contains a plan or a question. An affirmative message, or `confirm` with the plan's hash, confirms the plan that was shown and starts its mission.";
const TURN_REFUSES = [
  "NotFound",
  "IllegalTransition",
  "Conflict",
  "StalePlan",
  "PolicyDenied",
  "ModelRefused",
  "ModelUnavailable",
] as const;

export const consultRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: "/gantry/voice",
    id: "voice",
    tag: "Consultations",
    right: "write",
    scope: "consultations:write",
    limit: "model",
    summary: "Send a spoken message to the consultant.",
    description: `${TURN} \`speech\` is short enough to be spoken.`,
    refuses: TURN_REFUSES,
    body: consultBody,
    reply: { status: 200, description: "The result of the message.", schema: "ConsultationTurn" },
    handle: spokenTurn,
  }),
  route({
    method: "POST",
    path: "/gantry/consult",
    id: "consult",
    tag: "Consultations",
    right: "write",
    scope: "consultations:write",
    limit: "model",
    summary: "Send a written message to the consultant.",
    description: TURN,
    refuses: TURN_REFUSES,
    body: consultBody,
    reply: { status: 200, description: "The result of the message.", schema: "ConsultationTurn" },
    handle: turn,
  }),
  route({
    method: "GET",
    path: "/gantry/consultation/{id}",
    id: "consultation",
    tag: "Consultations",
    right: "read",
    scope: "consultations:read",
    summary: "Read a consultation.",
    description: "The consultation with its messages and plan.",
    refuses: ["NotFound"],
    params: z.strictObject({ id: idSchema.describe("The consultation's id.") }),
    reply: { status: 200, description: "The consultation.", schema: "ConsultationWithMessages" },
    async handle({ services, caller, path }) {
      const conversation = (await openConversation(services, caller, path.id, "id")).state;
      return { status: 200, body: { ...shown(conversation), messages: conversation.messages } };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/consultations",
    id: "consultations",
    tag: "Consultations",
    right: "read",
    scope: "consultations:read",
    limit: "search",
    isLimited: isFiltered,
    summary: "List consultations.",
    description: `Newest first. ${FILTERS_COST}`,
    query: listQuery.extend({ status: consultationStatus.optional() }),
    reply: { status: 200, description: "A page of the list.", schema: "ConsultationList" },
    async handle({ services, caller, query }) {
      const { entries, next_cursor } = await listConversations(services, caller, query);
      return { status: 200, body: { consultations: entries.map(shown), next_cursor } };
    },
  }),
  route({
    method: "POST",
    path: "/gantry/architect",
    id: "architect",
    tag: "Consultations",
    right: "write",
    scope: "consultations:write",
    limit: "build",
    summary: "Plan and build in one call.",
    description:
      "Builds without a separate confirmation: the call itself is the person's decision on the resulting plan. If the request leads to no plan, it returns `UnsupportedRequest` with the consultant's reply.",
    refuses: ["UnsupportedRequest", "PolicyDenied", "ModelRefused", "ModelUnavailable"],
    body: z.strictObject({
      voice_memo: message.meta({ examples: ["Build me a task manager"] }),
      deploy: z.boolean().default(true),
      publish: z.boolean().default(true),
    }),
    reply: { status: 202, description: "The mission has started.", schema: "Commission" },
    handle: async ({ services, caller, body }) => ({
      status: 202,
      body: await commission(services, caller, body),
    }),
  }),
  route({
    method: "POST",
    path: "/gantry/chat",
    id: "chat",
    tag: "Consultations",
    right: "write",
    scope: "consultations:write",
    limit: "model",
    summary: "Ask a question.",
    description:
      "Answers questions about Gantry's architecture and about this installation. Never builds anything.",
    refuses: ["ModelRefused", "ModelUnavailable"],
    body: z.strictObject({ message: message.meta({ examples: ["What is Gantry made of?"] }) }),
    reply: { status: 200, description: "The answer.", schema: "ChatAnswer" },
    handle: async ({ services, caller, body }) => ({
      status: 200,
      body: await answerQuestion(services, caller, body.message, (call) =>
        log("info", "model called", { ...call }),
      ),
    }),
  }),
  route({
    method: "GET",
    path: "/gantry/themes",
    id: "themes",
    tag: "Consultations",
    right: "read",
    scope: "consultations:read",
    summary: "List themes.",
    description: "The themes that a plan can use.",
    reply: { status: 200, description: "All themes.", schema: "ThemeList" },
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
