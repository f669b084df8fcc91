import { z } from "zod";
import { cancelMission } from "#core/mission/cancel.ts";
import { clearMissions } from "#core/mission/clear.ts";
import { readEvents } from "#core/mission/events.ts";
import { readEvidence } from "#core/mission/evidence.ts";
import { explainFailure, failureSchema } from "#core/mission/failure.ts";
import { findMission, latestMission, listMissions, SEARCHED_FIELDS } from "#core/mission/find.ts";
import { retryMission } from "#core/mission/retry.ts";
import { text } from "#core/text.ts";
import { present } from "#lambdas/api/present.ts";
import { listQuery, missionPath, missionReply, next_cursor, page, phase } from "#lambdas/api/schemas.ts";
import { type Route, route } from "#lambdas/runtime/route.ts";

const list = z.object({ missions: z.array(missionReply), next_cursor });
const filters = listQuery.extend({ status: phase.optional() });

export const missionRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/gantry/status/{id}",
    id: "status",
    right: "read",
    summary: "Where a mission stands.",
    params: missionPath,
    reply: { status: 200, schema: missionReply },
    handle: async ({ factory, caller, path }) => ({
      status: 200,
      body: present(await findMission(factory, caller, path.id)),
    }),
  }),
  route({
    method: "GET",
    path: "/gantry/latest",
    id: "latest",
    right: "read",
    summary: "The newest mission.",
    reply: { status: 200, schema: missionReply },
    handle: async ({ factory, caller }) => ({
      status: 200,
      body: present(await latestMission(factory, caller)),
    }),
  }),
  route({
    method: "GET",
    path: "/gantry/missions",
    id: "missions",
    right: "read",
    summary: "Missions, newest first, but those that were cleared.",
    query: filters,
    reply: { status: 200, schema: list },
    async handle({ factory, caller, query }) {
      const { entries, next_cursor } = await listMissions(factory, caller, query);
      return { status: 200, body: { missions: entries.map(present), next_cursor } };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/search",
    id: "search",
    right: "read",
    limit: "search",
    summary:
      "Missions that hold every word, newest first. All missions that were not cleared have been searched when `next_cursor` is null.",
    query: filters.extend({
      q: text()
        .min(1, "must not be empty")
        .max(200)
        .meta({ examples: ["task manager"] }),
    }),
    reply: {
      status: 200,
      schema: list.extend({
        searched: z.object({
          missions: z.number().int().describe("How many missions were searched for this page."),
          fields: z.array(z.enum(SEARCHED_FIELDS)),
        }),
      }),
    },
    async handle({ factory, caller, query }) {
      const { entries, next_cursor, looked_at } = await listMissions(factory, caller, query);
      const searched = { missions: looked_at, fields: [...SEARCHED_FIELDS] };
      return { status: 200, body: { missions: entries.map(present), next_cursor, searched } };
    },
  }),
  route({
    method: "POST",
    path: "/gantry/missions/{id}/retry",
    id: "retry",
    right: "write",
    limit: "build",
    summary: "A new mission with the plan of one that has ended.",
    params: missionPath,
    body: z.strictObject({}),
    reply: { status: 202, schema: missionReply },
    handle: async ({ factory, caller, path }) => ({
      status: 202,
      body: present(await retryMission(factory, caller, path.id)),
    }),
  }),
  route({
    method: "POST",
    path: "/gantry/missions/{id}/cancel",
    id: "cancel",
    right: "write",
    summary: "Asks a mission to stop. It ends as CANCELLED, with its evidence sealed.",
    params: missionPath,
    body: z.strictObject({}),
    reply: { status: 202, schema: missionReply },
    handle: async ({ factory, caller, path }) => ({
      status: 202,
      body: present(await cancelMission(factory, caller, path.id)),
    }),
  }),
  route({
    method: "POST",
    path: "/gantry/missions/clear",
    id: "clear",
    right: "admin",
    limit: "search",
    summary:
      "Hides ended missions from the lists. Signals and evidence stay. Ask again until `complete`: one request hides at most some thousand.",
    body: z.strictObject({}),
    reply: { status: 200, schema: z.object({ hidden: z.number().int(), complete: z.boolean() }) },
    handle: async ({ factory, caller }) => ({
      status: 200,
      body: await clearMissions(factory, caller),
    }),
  }),
  route({
    method: "GET",
    path: "/gantry/missions/{id}/failure",
    id: "failure",
    right: "read",
    summary: "Why a mission failed: the error, what was tried, failed steps with output, promises not kept.",
    params: missionPath,
    reply: { status: 200, schema: failureSchema },
    handle: async ({ factory, caller, path }) => ({
      status: 200,
      body: await explainFailure(factory, caller, path.id),
    }),
  }),
  route({
    method: "GET",
    path: "/gantry/missions/{id}/events",
    id: "events",
    right: "read",
    summary: "The mission's signals behind a sequence number, oldest first.",
    params: missionPath,
    query: z.strictObject({ after: z.coerce.number().int().min(0).default(0), limit: page.default(200) }),
    reply: {
      status: 200,
      schema: z.object({
        mission_id: z.string(),
        status: missionReply.shape.status,
        events: z.array(z.record(z.string(), z.unknown())),
      }),
    },
    async handle({ factory, caller, path, query }) {
      const { mission, events } = await readEvents(factory, caller, path.id, query);
      return { status: 200, body: { mission_id: mission.id, status: mission.phase, events } };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/missions/{id}/evidence",
    id: "evidence",
    right: "read",
    limit: "evidence",
    summary:
      "The sealed evidence pack, as a ZIP. Over 4 MiB it is a 303 to an address that holds for a minute.",
    params: missionPath,
    reply: { status: 200, schema: z.string(), type: "application/zip" },
    async handle({ factory, caller, path }) {
      const { filename, contentType, seal_sha256, pack } = await readEvidence(factory, caller, path.id);
      const seal = { "x-gantry-seal": seal_sha256 };
      if ("url" in pack) return { status: 303, body: "", headers: { ...seal, location: pack.url } };
      return {
        status: 200,
        body: pack.bytes,
        headers: {
          ...seal,
          "content-type": contentType,
          "content-disposition": `attachment; filename="${filename}"`,
        },
      };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/evidence-key",
    id: "evidenceKey",
    right: "public",
    summary: "The public key that seals evidence, as PEM. Keep it: offline verification trusts nothing else.",
    reply: { status: 200, schema: z.string(), type: "application/x-pem-file" },
    handle: async ({ factory }) => ({
      status: 200,
      body: await factory.signer.publicKey(),
      headers: { "content-type": "application/x-pem-file" },
    }),
  }),
];
