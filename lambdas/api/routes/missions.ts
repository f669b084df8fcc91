import { z } from "zod";
import type { Conversation } from "#core/factory/conversation/conversation.ts";
import { findMissionOrConsultation } from "#core/factory/conversation/find.ts";
import { briefReplyOf, waitingStatus } from "#core/factory/conversation/reply.ts";
import { cancelMission } from "#core/factory/mission/cancel.ts";
import { clearMissions } from "#core/factory/mission/clear.ts";
import { readEvents } from "#core/factory/mission/events.ts";
import { readEvidence } from "#core/factory/mission/evidence.ts";
import { explainFailure } from "#core/factory/mission/failure.ts";
import { latestMission, listMissions } from "#core/factory/mission/find.ts";
import { retryMission } from "#core/factory/mission/retry.ts";
import { SEARCHED_FIELDS } from "#core/factory/mission/searched-fields.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { MAX_SEQUENCE } from "#core/kernel/keys.ts";
import { text } from "#core/kernel/text.ts";
import { phase } from "#core/web/replies/parts.ts";
import { downloadReply } from "#lambdas/api/download-reply.ts";
import {
  FILTERS_COST,
  isFiltered,
  listQuery,
  missionPath,
  pageSize,
  wholeNumber,
} from "#lambdas/api/inputs.ts";
import { missionReply } from "#lambdas/api/mission-reply.ts";
import { type Route, route } from "#lambdas/runtime/route.ts";

const awaiting = (conversation: Conversation) => ({
  ...briefReplyOf(conversation),
  status: waitingStatus(conversation.status),
});

const filters = listQuery.extend({ status: phase.optional() });
export const missionRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/gantry/status/{id}",
    id: "status",
    tag: "Missions",
    right: "read",
    scope: "missions:read",
    summary: "Read a mission.",
    description:
      "Returns the mission with its status. For the id of a consultation it returns its mission, or, while there is none, the consultation with the status AWAITING_INPUT, or PLANNING while the consultant is still answering.",
    refuses: ["NotFound"],
    params: z.strictObject({ id: idSchema.describe("The id of the mission or of its consultation.") }),
    reply: { status: 200, description: "The mission or the consultation.", schema: "MissionOrConsultation" },
    async handle({ services, caller, path }) {
      const found = await findMissionOrConsultation(services, caller, path.id);
      return {
        status: 200,
        body: "mission" in found ? missionReply(found.mission) : awaiting(found.conversation),
      };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/latest",
    id: "latest",
    tag: "Missions",
    right: "read",
    scope: "missions:read",
    summary: "Read the newest mission.",
    description:
      "Returns the newest mission that was not cleared. If all were cleared, the error names the newest of them.",
    refuses: ["NotFound"],
    reply: { status: 200, description: "The mission.", schema: "Mission" },
    handle: async ({ services, caller }) => ({
      status: 200,
      body: missionReply(await latestMission(services, caller)),
    }),
  }),
  route({
    method: "GET",
    path: "/gantry/missions",
    id: "missions",
    tag: "Missions",
    right: "read",
    scope: "missions:read",
    limit: "search",
    isLimited: isFiltered,
    summary: "List missions.",
    description: `Newest first, without cleared missions. ${FILTERS_COST}`,
    query: filters,
    reply: { status: 200, description: "A page of the list.", schema: "MissionList" },
    async handle({ services, caller, query }) {
      const { entries, next_cursor } = await listMissions(services, caller, query);
      return { status: 200, body: { missions: entries.map(missionReply), next_cursor } };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/search",
    id: "search",
    tag: "Missions",
    right: "read",
    scope: "missions:read",
    limit: "search",
    summary: "Search missions.",
    description:
      "Missions that contain every word, newest first. When `next_cursor` is null, all missions that were not cleared have been searched.",
    query: filters.extend({
      q: text()
        .min(1, "must not be empty")
        .max(200)
        .meta({ description: "The words.", examples: ["task manager"] }),
    }),
    reply: { status: 200, description: "A page of the list.", schema: "SearchResult" },
    async handle({ services, caller, query }) {
      const { entries, next_cursor, looked_at } = await listMissions(services, caller, query);
      const searched = { missions: looked_at, fields: [...SEARCHED_FIELDS] };
      return { status: 200, body: { missions: entries.map(missionReply), next_cursor, searched } };
    },
  }),
  route({
    method: "POST",
    path: "/gantry/missions/{id}/retry",
    id: "retry",
    tag: "Missions",
    right: "write",
    limit: "build",
    summary: "Retry a mission.",
    description: "Starts a new mission with the plan of one that has ended.",
    refuses: ["NotFound", "IllegalTransition"],
    params: missionPath,
    body: z.strictObject({}),
    reply: { status: 202, description: "The new mission.", schema: "Mission" },
    handle: async ({ services, caller, path }) => ({
      status: 202,
      body: missionReply(await retryMission(services, caller, path.id)),
    }),
  }),
  route({
    method: "POST",
    path: "/gantry/missions/{id}/cancel",
    id: "cancel",
    tag: "Missions",
    right: "write",
    summary: "Cancel a mission.",
    description: "The mission ends as CANCELLED, and its evidence is sealed.",
    refuses: ["NotFound", "IllegalTransition", "Conflict"],
    params: missionPath,
    body: z.strictObject({}),
    reply: { status: 202, description: "The mission, which is being cancelled.", schema: "Mission" },
    handle: async ({ services, caller, path }) => ({
      status: 202,
      body: missionReply(await cancelMission(services, caller, path.id)),
    }),
  }),
  route({
    method: "POST",
    path: "/gantry/missions/clear",
    id: "clear",
    tag: "Missions",
    right: "admin",
    limit: "search",
    summary: "Clear the list of missions.",
    description:
      "Hides ended missions from the lists. Signals and evidence are kept. Repeat the request until `complete` is true: one request hides a limited number of missions.",
    refuses: ["Conflict"],
    body: z.strictObject({}),
    reply: { status: 200, description: "How many were hidden.", schema: "Cleared" },
    handle: async ({ services, caller }) => ({
      status: 200,
      body: await clearMissions(services, caller),
    }),
  }),
  route({
    method: "GET",
    path: "/gantry/missions/{id}/failure",
    id: "failure",
    tag: "Missions",
    right: "read",
    scope: "missions:read",
    summary: "Read why a mission failed.",
    description:
      "Returns the error, the attempted repairs, failed steps with their output, and acceptances that failed.",
    refuses: ["NotFound"],
    params: missionPath,
    reply: { status: 200, description: "Why it failed.", schema: "MissionFailure" },
    handle: async ({ services, caller, path }) => ({
      status: 200,
      body: await explainFailure(services, caller, path.id),
    }),
  }),
  route({
    method: "GET",
    path: "/gantry/missions/{id}/events",
    id: "events",
    tag: "Missions",
    right: "read",
    scope: "missions:read",
    summary: "List a mission's signals.",
    description: "The signals after a sequence number, oldest first.",
    refuses: ["NotFound"],
    params: missionPath,
    query: z.strictObject({
      after: wholeNumber(z.number().min(0).max(MAX_SEQUENCE))
        .default(0)
        .describe("The sequence number of the last signal that the client has."),
      limit: pageSize(200),
    }),
    reply: { status: 200, description: "The signals.", schema: "MissionEvents" },
    async handle({ services, caller, path, query }) {
      const { mission, events } = await readEvents(services, caller, path.id, query);
      return { status: 200, body: { mission_id: mission.id, status: mission.phase, events } };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/missions/{id}/evidence",
    id: "evidence",
    tag: "Evidence",
    right: "read",
    scope: "missions:read",
    limit: "evidence",
    summary: "Get the sealed evidence pack.",
    description: "Returns a ZIP file, which `gantry verify` verifies offline.",
    refuses: ["NotFound"],
    params: missionPath,
    reply: {
      status: 200,
      description: "The pack, up to 4 MiB.",
      schema: "binary",
      type: "application/zip",
      headers: ["X-Gantry-Seal", "Content-Disposition"],
    },
    others: [
      {
        status: 303,
        description: "A larger pack is at a URL that is valid for one minute.",
        headers: ["X-Gantry-Seal", "Location"],
      },
    ],
    async handle({ services, caller, path }) {
      const { pack, seal_sha256, ...as } = await readEvidence(services, caller, path.id);
      return downloadReply(pack, as, { "x-gantry-seal": seal_sha256 });
    },
  }),
  route({
    method: "GET",
    path: "/gantry/evidence-key",
    id: "evidenceKey",
    tag: "Evidence",
    right: "public",
    summary: "Get the public key that seals evidence.",
    description: "Returns the key as PEM. Store it: offline verification trusts only this key.",
    reply: {
      status: 200,
      description: "The key.",
      schema: "text",
      type: "application/x-pem-file",
    },
    handle: async ({ services }) => ({
      status: 200,
      body: await services.signer.publicKey(),
      headers: { "content-type": "application/x-pem-file" },
    }),
  }),
];
