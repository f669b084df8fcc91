import { z } from "zod";
import { attemptSchema } from "#core/factory/mission/attempts/attempt.ts";
import { buildLogSchema } from "#core/factory/mission/attempts/build-log.ts";
import { fileContentSchema, filesSchema } from "#core/factory/mission/attempts/files.ts";
import { id } from "#core/web/replies/parts.ts";

export const missionAttempts = z
  .object({
    mission_id: id,
    attempts: z.array(
      attemptSchema.meta({
        id: "Attempt",
        description: "One attempt at building the app: the draft, its builds, and what became of them.",
      }),
    ),
  })
  .meta({ id: "MissionAttempts", description: "The attempts of a mission, oldest first." });

export const missionFiles = filesSchema
  .extend({ mission_id: id })
  .meta({ id: "MissionFiles", description: "The files of an attempt, sorted by path." });

export const missionFile = fileContentSchema
  .extend({ mission_id: id })
  .meta({ id: "MissionFile", description: "One file of an attempt, beside what it is compared with." });

export const buildLog = buildLogSchema
  .extend({ mission_id: id })
  .meta({ id: "BuildLog", description: "Lines of a build's log." });
