import { z } from "zod";
import { commission } from "#core/factory/conversation/commission.ts";
import { takeTurn } from "#core/factory/conversation/consult.ts";
import { fileConversation } from "#core/factory/conversation/file.ts";
import { findConsultation } from "#core/factory/conversation/find.ts";
import { offerUpload } from "#core/factory/conversation/image-upload.ts";
import { listConsultations } from "#core/factory/conversation/list.ts";
import { openConversation } from "#core/factory/conversation/open.ts";
import { previewOf } from "#core/factory/themes/preview.ts";
import { THEMES, themeOf } from "#core/factory/themes/themes.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { consultantStatus, consultationState } from "#core/web/replies/parts.ts";
import {
  consultationReply,
  consultationTurn,
  consultationWithMessages,
} from "#lambdas/api/conversation-reply.ts";
import {
  consultBody,
  conversationFilters,
  designTarget,
  FILTERS_COST,
  filingBody,
  isFiltered,
  listQuery,
  message,
  uploadBody,
} from "#lambdas/api/inputs.ts";
import { spokenReply } from "#lambdas/api/spoken-reply.ts";
import { type Route, route } from "#lambdas/runtime/route.ts";

const TURN =
  "A message starts or continues a consultation; the reply contains a plan or a question. An affirmative message, or `confirm` with the plan's hash, confirms the plan that was shown and starts its mission. An affirmative message without `conversation_id` confirms the caller's newest plan if it was shown to the same device or session within the last 24 hours. A plan that a language model needs longer for is written after the request (202); an affirmative message then shows it before another one confirms it. A message that only says no withdraws the plan, later leaves it as it is, and start over drops the request.";
export const ACCEPTED =
  "A mission builds the plan; or, in the state `planning`, the consultant is still answering: the answer is pushed over the socket, and `GET /gantry/consultation/{id}` returns it.";
export const TURN_REFUSES = [
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
    description: `${TURN} \`speech\` is short enough to be spoken, except that it names everything that the plan refuses.`,
    refuses: TURN_REFUSES,
    body: consultBody,
    reply: { status: 200, description: "The result of the message.", schema: "VoiceTurn" },
    others: [{ status: 202, description: ACCEPTED, schema: "VoiceTurn" }],
    handle: async ({ services, caller, body }) =>
      spokenReply(services, await takeTurn(services, caller, body)),
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
    streams: true,
    description: TURN,
    refuses: TURN_REFUSES,
    body: consultBody,
    reply: { status: 200, description: "The result of the message.", schema: "ConsultationTurn" },
    others: [{ status: 202, description: ACCEPTED, schema: "ConsultationTurn" }],
    async handle({ services, caller, body, progress }) {
      return consultationTurn(services, await takeTurn(services, caller, body, { progress }), progress);
    },
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
    params: z.strictObject({ id: idSchema.describe("The id of the consultation or of its mission.") }),
    reply: { status: 200, description: "The consultation.", schema: "ConsultationWithMessages" },
    async handle({ services, caller, path }) {
      const conversation = await findConsultation(services, caller, path.id);
      return { status: 200, body: await consultationWithMessages(services, conversation) };
    },
  }),
  route({
    method: "PATCH",
    path: "/gantry/consultation/{id}",
    id: "fileConsultation",
    tag: "Consultations",
    right: "write",
    scope: "consultations:write",
    summary: "Rename or archive a consultation.",
    description: "What was said and planned stays as it is. An archived consultation can be continued.",
    refuses: ["NotFound", "Conflict"],
    params: z.strictObject({ id: idSchema.describe("The consultation's id.") }),
    body: filingBody,
    reply: { status: 200, description: "The consultation.", schema: "Consultation" },
    async handle({ services, caller, path, body }) {
      const opened = await openConversation(services, caller, path.id, "id");
      return { status: 200, body: consultationReply(await fileConversation(opened, caller, body)) };
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
    query: listQuery.extend({
      ...conversationFilters,
      state: consultationState.optional(),
      status: consultantStatus.optional().describe("The same as `state`, in the words of the consultant."),
    }),
    reply: { status: 200, description: "A page of the list.", schema: "ConsultationList" },
    async handle({ services, caller, query }) {
      const { entries, next_cursor } = await listConsultations(services, caller, {
        ...query,
        archived: query.archived === "true",
      });
      return { status: 200, body: { consultations: entries.map(consultationReply), next_cursor } };
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
      "Builds without a separate confirmation: the call itself is the person's decision. It approves the words and the settings, whose digest it records, not the resulting plan. If the request leads to no plan, it returns `UnsupportedRequest` with the consultant's reply.",
    refuses: ["UnsupportedRequest", "PolicyDenied", "ModelRefused", "ModelUnavailable"],
    body: z.strictObject({
      voice_memo: message.meta({ examples: ["Build me a task manager"] }),
      deploy: z.boolean().default(true),
      publish: z.boolean().default(true),
      design_target: designTarget,
    }),
    reply: { status: 202, description: "The mission has started, or will.", schema: "Commission" },
    handle: async ({ services, caller, body }) => ({
      status: 202,
      body: await commission(services, caller, body),
    }),
  }),
  route({
    method: "POST",
    path: "/gantry/uploads",
    id: "offerUpload",
    tag: "Consultations",
    right: "write",
    scope: "consultations:write",
    summary: "Prepare the upload of a design image.",
    description:
      "For an image that is too large for a message: PNG, JPEG, GIF or WebP, at most 10 MB and 8,000 pixels per side. Send it with PUT to `url` with the given `headers` before `expires_at`; any other content is refused. Then name it in a message as `image_sha256`.",
    keyed: false,
    body: uploadBody,
    reply: { status: 201, description: "Where to upload the image.", schema: "Upload" },
    handle: async ({ services, caller, body }) => ({
      status: 201,
      body: await offerUpload(services, caller, body),
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
    description:
      "The looks of generated apps, each with a picture. A request chooses one by `design_target`, or names in its words the product that it follows; in a specification it is `look.theme`.",
    reply: { status: 200, description: "All themes.", schema: "ThemeList" },
    async handle() {
      const themes = THEMES.map(({ id, design_target, title, description }) => ({
        id,
        design_target,
        title,
        description,
        preview: `data:image/svg+xml,${encodeURIComponent(previewOf(themeOf(id)))}`,
      }));
      return { status: 200, body: { themes } };
    },
  }),
];
