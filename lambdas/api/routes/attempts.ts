import { z } from "zod";
import { readBuildLog } from "#core/factory/mission/attempts/build-log.ts";
import { readFile, readFiles } from "#core/factory/mission/attempts/files.ts";
import { readAttempts } from "#core/factory/mission/attempts/read-attempts.ts";
import { readScreenshot } from "#core/factory/mission/attempts/screenshot.ts";
import { readSourceArchive } from "#core/factory/mission/attempts/source-archive.ts";
import { sha256Schema } from "#core/kernel/ids.ts";
import { MAX_SEQUENCE } from "#core/kernel/keys.ts";
import { text } from "#core/kernel/text.ts";
import { downloadReply } from "#lambdas/api/download-reply.ts";
import { missionPath, wholeNumber } from "#lambdas/api/inputs.ts";
import { type Route, route } from "#lambdas/runtime/route.ts";

const attempt = wholeNumber(z.number().min(1, "must be at least 1"))
  .optional()
  .describe("The number of the attempt, from 1. Default: the newest.");
const ofAttempt = z.strictObject({ attempt });

const common = {
  method: "GET",
  tag: "Missions",
  right: "read",
  scope: "missions:read",
  refuses: ["NotFound"],
} as const;

/** What a mission made on the way: its attempts, with their files, logs and pictures. */
export const attemptRoutes: readonly Route[] = [
  route({
    ...common,
    path: "/gantry/missions/{id}/attempts",
    id: "attempts",
    summary: "List a mission's attempts.",
    description:
      "Oldest first: who wrote or repaired each, what the policy found, its builds, the review, and the results of its acceptances.",
    params: missionPath,
    reply: { status: 200, description: "The attempts.", schema: "MissionAttempts" },
    async handle({ services, caller, path }) {
      const { mission, attempts } = await readAttempts(services, caller, path.id);
      return { status: 200, body: { mission_id: mission.id, attempts } };
    },
  }),
  route({
    ...common,
    path: "/gantry/missions/{id}/files",
    id: "files",
    summary: "List the files of an attempt.",
    description:
      "Each with what changed since the attempt before, or since the release that a change starts from.",
    params: missionPath,
    query: ofAttempt,
    reply: { status: 200, description: "The files.", schema: "MissionFiles" },
    handle: async ({ services, caller, path, query }) => ({
      status: 200,
      body: await readFiles(services, caller, path.id, query.attempt),
    }),
  }),
  route({
    ...common,
    path: "/gantry/missions/{id}/file",
    id: "file",
    summary: "Read a file of an attempt.",
    description: "Its content, what it is compared with, and the lines that differ.",
    params: missionPath,
    query: ofAttempt.extend({
      path: text().min(1, "must not be empty").max(200).describe("The file's path."),
    }),
    reply: { status: 200, description: "The file.", schema: "MissionFile" },
    handle: async ({ services, caller, path, query }) => ({
      status: 200,
      body: await readFile(services, caller, path.id, query),
    }),
  }),
  route({
    ...common,
    path: "/gantry/missions/{id}/log",
    id: "log",
    summary: "Read the log of a build.",
    description:
      "The output of the commands, of the attempt's newest build. It grows while the build runs: request it again with `next_after` until `complete` is true.",
    params: missionPath,
    query: ofAttempt.extend({
      after: wholeNumber(z.number().min(0).max(MAX_SEQUENCE))
        .default(0)
        .describe("How many lines the client has."),
    }),
    reply: { status: 200, description: "Lines of the log.", schema: "BuildLog" },
    handle: async ({ services, caller, path, query }) => ({
      status: 200,
      body: await readBuildLog(services, caller, path.id, query),
    }),
  }),
  route({
    ...common,
    path: "/gantry/missions/{id}/screenshots/{sha256}",
    id: "screenshot",
    summary: "Get a screenshot of the app.",
    description: "A picture that the mission's acceptances took, by its digest in the list of attempts.",
    params: missionPath.extend({ sha256: sha256Schema.describe("The digest of the picture.") }),
    reply: { status: 200, description: "The picture.", schema: "binary", type: "image/png" },
    handle: async ({ services, caller, path }) => ({
      status: 200,
      body: await readScreenshot(services, caller, path.id, path.sha256),
      headers: { "content-type": "image/png" },
    }),
  }),
  route({
    ...common,
    path: "/gantry/missions/{id}/source.zip",
    id: "source",
    limit: "evidence",
    summary: "Get the source of the app.",
    description: "Returns a ZIP archive with the files of an attempt in one folder.",
    params: missionPath,
    query: ofAttempt,
    reply: {
      status: 200,
      description: "The archive, up to 4 MiB.",
      schema: "binary",
      type: "application/zip",
      headers: ["Content-Disposition"],
    },
    others: [
      {
        status: 303,
        description: "A larger archive is at a URL that is valid for one minute.",
        headers: ["Location"],
      },
    ],
    async handle({ services, caller, path, query }) {
      const { filename, archive } = await readSourceArchive(services, caller, path.id, query.attempt);
      return downloadReply(archive, { filename, contentType: "application/zip" });
    },
  }),
];
