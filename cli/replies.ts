import { z } from "zod";
import { sha256Schema } from "#core/ids.ts";
import { FINAL_PHASES, WORKING_PHASES } from "#core/mission/phase.ts";
import { noticeSchema } from "#core/plan/notices.ts";
import { planSchema } from "#core/plan/plan.ts";

/** What this command relies on in the API's replies. Members it does not know are left alone. */

const phase = z.enum([...WORKING_PHASES, ...FINAL_PHASES]);
const fault = z.object({ code: z.string(), message: z.string() }).nullable();

export const missionReply = z.looseObject({
  mission_id: z.string(),
  title: z.string(),
  status: phase,
  url: z.string().nullable(),
  pr_url: z.string().nullable(),
  attempts: z.number(),
  speech: z.string(),
  tree_sha256: z.string().nullable(),
  evidence: z.object({ root: z.string(), tree_size: z.number(), seal_sha256: z.string() }).nullable(),
  error: fault,
  phases: z.array(
    z.object({ phase, attempt: z.number(), started_at: z.string(), ended_at: z.string().nullable() }),
  ),
  created_at: z.string(),
  cancel_requested_at: z.string().nullable().optional(),
  ended_at: z.string().nullable(),
});
export type MissionReply = z.infer<typeof missionReply>;

export const chatReply = z.object({ answer: z.string() });
export const clearReply = z.object({ hidden: z.number() });

export const missionsReply = z.object({ missions: z.array(missionReply) });

/** One page of a search: what fits, how many missions were looked at for it, and where the next page begins. */
export const searchReply = missionsReply.extend({
  next_cursor: z.string().nullable(),
  searched: z.object({ missions: z.number() }),
});

export const consultReply = z.object({
  conversation_id: z.string(),
  status: z.string(),
  speech: z.string(),
  question: z.string().nullable(),
  plan: planSchema.extend({ hash: sha256Schema }).nullable(),
  mission_id: z.string().optional(),
  notices: z.array(noticeSchema).default([]),
});
export type ConsultReply = z.infer<typeof consultReply>;
export type ShownPlan = NonNullable<ConsultReply["plan"]>;

/** A signal as far as it is shown; the log's own form is kept for `--json`. */
export const eventsReply = z.object({
  status: phase,
  events: z.array(
    z.looseObject({
      type: z.string(),
      time: z.string(),
      sequence: z.string(),
      source: z.string(),
      tenantid: z.string(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
});

export const authReply = z.object({ token: z.string(), expires_at: z.iso.datetime().optional() });
export const ticketReply = z.object({ ticket: z.string(), url: z.string() });
export const readyReply = z.object({ ready: z.boolean(), checks: z.record(z.string(), z.boolean()) });

export const problemReply = z.object({
  code: z.string(),
  detail: z.string(),
  field: z.string().optional(),
  retry_after_seconds: z.number().optional(),
});
