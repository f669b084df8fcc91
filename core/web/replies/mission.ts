import { z } from "zod";
import { SEARCHED_FIELDS } from "#core/factory/mission/searched-fields.ts";
import { OUTCOMES } from "#core/governance/execution/transition.ts";
import { failure, id, next_cursor, phase, sha256, speech, time, url } from "#core/web/replies/parts.ts";

const span = z
  .object({ phase, attempt: z.number().int(), started_at: time, ended_at: time.nullable() })
  .meta({ id: "PhaseSpan", description: "One period in a phase." });

const evidence = z
  .object({ root: sha256, tree_size: z.number().int(), seal_sha256: sha256 })
  .meta({ id: "EvidenceSeal", description: "The root of the log's Merkle tree, and the seal over it." });

export const mission = z
  .object({
    mission_id: id,
    conversation_id: id,
    retry_of: id.nullable().describe("The mission that this one retries."),
    title: z.string(),
    request: z.array(z.string()).describe("The person's messages, oldest first."),
    plan_hash: sha256.describe("The confirmed plan."),
    project: z.string().describe("Name of the repository and of the Vercel project."),
    status: phase,
    outcome: z.enum(OUTCOMES).nullable().describe("How the mission ended; null until it ends."),
    url: url.nullable().describe("Address of the live app."),
    preview_url: url.nullable().describe("Address of the preview deployment."),
    pr_url: url.nullable().describe("The pull request with the app's code."),
    left_out: z
      .string()
      .nullable()
      .describe(
        "Custom pages that the app lacks because no model wrote them, and why; null if none are missing.",
      ),
    attempts: z.number().int().describe("Number of build attempts so far."),
    speech,
    seq: z.number().int().describe("Sequence number of the newest signal."),
    tree_sha256: sha256.nullable().describe("Digests of the audited source."),
    output_sha256: sha256.nullable().describe("Digests of the audited output, which is what is deployed."),
    evidence: evidence.nullable().describe("Null until the evidence is sealed."),
    error: failure.nullable(),
    phases: z.array(span).describe("The phases so far, oldest first."),
    cost_usd: z.number().describe("Cost of its model calls, in US dollars."),
    created_at: time,
    cancel_requested_at: time
      .nullable()
      .describe("When cancellation was requested. The mission is being cancelled until it ends."),
    ended_at: time.nullable(),
  })
  .meta({
    id: "Mission",
    description: "A mission, which builds one app, from a confirmed plan to sealed evidence.",
  });

export const missionList = z
  .object({ missions: z.array(mission), next_cursor })
  .meta({ id: "MissionList", description: "One page of missions, newest first." });

export const searchResult = missionList
  .extend({
    searched: z.object({
      missions: z.number().int().describe("How many missions were searched for this page."),
      fields: z.array(z.enum(SEARCHED_FIELDS)),
    }),
  })
  .meta({ id: "SearchResult", description: "One page of missions that contain every word, newest first." });

export const cleared = z
  .object({
    hidden: z.number().int(),
    complete: z.boolean().describe("False if more missions remain to be hidden."),
  })
  .meta({ id: "Cleared", description: "How many missions were hidden." });
