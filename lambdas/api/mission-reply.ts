import type { z } from "zod";
import type { Mission } from "#core/factory/mission/mission.ts";
import { speechOf } from "#core/factory/mission/speech.ts";
import { usdOf } from "#core/kernel/micro-usd.ts";
import type { mission as replySchema } from "#core/web/replies/mission.ts";

/** The API's representation of a mission. */
export function missionReply(mission: Mission): z.infer<typeof replySchema> {
  const { evidence } = mission;
  return {
    mission_id: mission.id,
    conversation_id: mission.conversation_id,
    retry_of: mission.retry_of,
    title: mission.plan.title,
    request: [...mission.plan.request],
    plan_hash: mission.plan_hash,
    project: mission.project,
    status: mission.phase,
    outcome: mission.outcome,
    url: mission.url,
    preview_url: mission.preview_url,
    pr_url: mission.pr_url,
    left_out: mission.left_out ?? null,
    attempts: mission.attempts,
    speech: speechOf(mission),
    seq: mission.seq,
    tree_sha256: mission.build?.source_sha256 ?? null,
    output_sha256: mission.build?.output_sha256 ?? null,
    evidence: evidence && {
      root: evidence.root,
      tree_size: evidence.tree_size,
      seal_sha256: evidence.seal_sha256,
    },
    error: mission.error,
    phases: mission.phases.map((span) => ({ ...span })),
    cost_usd: usdOf(mission.usage.cost_micro_usd),
    created_at: mission.created_at,
    cancel_requested_at: mission.cancel_requested_at,
    ended_at: mission.ended_at,
  };
}
