import { z } from "zod";
import { SEARCHED_FIELDS } from "#core/factory/mission/searched-fields.ts";
import { OUTCOMES } from "#core/governance/execution/transition.ts";
import { failure, id, next_cursor, phase, sha256, speech, time, url } from "#core/web/replies/parts.ts";

const span = z
  .object({ phase, attempt: z.number().int(), started_at: time, ended_at: time.nullable() })
  .meta({ id: "PhaseSpan", description: "One stay in a phase." });

const evidence = z
  .object({ root: sha256, tree_size: z.number().int(), seal_sha256: sha256 })
  .meta({ id: "EvidenceSeal", description: "The root of the log's Merkle tree, and the seal over it." });

export const mission = z
  .object({
    mission_id: id,
    conversation_id: id,
    retry_of: id.nullable().describe("The mission whose plan this one builds again."),
    title: z.string(),
    request: z.array(z.string()).describe("The words the person asked with, oldest first."),
    plan_hash: sha256.describe("What the person confirmed."),
    project: z.string().describe("Name of the repository and of the Vercel project."),
    status: phase,
    outcome: z.enum(OUTCOMES).nullable().describe("How it ended; null until then."),
    url: url.nullable().describe("Where the app is live."),
    preview_url: url.nullable().describe("Where it was tried before it went live."),
    pr_url: url.nullable().describe("The pull request with its code."),
    attempts: z.number().int().describe("Build attempts made so far."),
    speech,
    seq: z.number().int().describe("The sequence of its newest signal."),
    tree_sha256: sha256.nullable().describe("The source that was audited."),
    output_sha256: sha256.nullable().describe("The output that was audited, which is what goes live."),
    evidence: evidence.nullable().describe("Null until the evidence is sealed."),
    error: failure.nullable(),
    phases: z.array(span).describe("Where it has been, oldest first."),
    cost_usd: z.number().describe("What its model calls cost, in US dollars."),
    created_at: time,
    cancel_requested_at: time
      .nullable()
      .describe("When a person asked the mission to stop. It is stopping until it has ended."),
    ended_at: time.nullable(),
  })
  .meta({ id: "Mission", description: "A mission: one app from a confirmed plan to sealed evidence." });

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
  .meta({ id: "SearchResult", description: "One page of missions that hold every word, newest first." });

export const cleared = z
  .object({ hidden: z.number().int(), complete: z.boolean().describe("False while more are to be hidden.") })
  .meta({ id: "Cleared", description: "How many missions were hidden." });
