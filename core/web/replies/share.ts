import { z } from "zod";
import { sharedMissionSchema } from "#core/factory/mission/share/shared-mission.ts";
import { id, phase, sha256, time } from "#core/web/replies/parts.ts";

const known = z.object({
  mission_id: id,
  shared: z.boolean().describe("Whether there is a valid link."),
  evidence: z.boolean().describe("Whether the link also downloads the evidence pack."),
  shared_by: id.nullable().describe("Who created the newest link; null if there never was one."),
  shared_at: time.nullable(),
  revoked_at: time.nullable(),
});

export const share = known.meta({
  id: "Share",
  description: "Whether and how a mission is shared with everybody who has its link.",
});

export const newShare = known
  .extend({
    link: z
      .string()
      .nullable()
      .describe(
        "The address of the page on this service, `/shared#` and the token. Only the reply that creates the link contains it; null if the mission was shared already.",
      ),
  })
  .meta({ id: "NewShare", description: "A mission that is shared." });

const { phases, evidence } = sharedMissionSchema.shape;

export const sharedMission = sharedMissionSchema
  .extend({
    status: phase,
    phases: z.array(phases.element.extend({ phase, started_at: time, ended_at: time.nullable() })),
    created_at: time,
    ended_at: time.nullable(),
    evidence: evidence
      .unwrap()
      .extend({ mission_id: id, seal_sha256: sha256 })
      .nullable()
      .describe("The sealed pack, if it is shared as well; null until it is sealed."),
  })
  .meta({
    id: "SharedMission",
    description: "What a link shows of a mission, and nothing else of its tenant.",
  });
