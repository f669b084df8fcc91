import { z } from "zod";
import { signalSchema } from "#core/kernel/ledger/signal.ts";
import { turnReply, upload } from "#core/web/replies/consultation.ts";
import { decision, gate, gateWithSnapshot } from "#core/web/replies/gate.ts";
import { instanceBegun, instanceWithSteps } from "#core/web/replies/instance.ts";
import { cleared, mission, searchResult } from "#core/web/replies/mission.ts";
import { project, release } from "#core/web/replies/project.ts";
import { newSession, ticket } from "#core/web/replies/session.ts";
import { newShare, share } from "#core/web/replies/share.ts";

/**
 * What this command relies on in the API's replies: members of the schemas that the API replies with. Other members
 * are not looked at, so that a service of another version is understood as far as possible; those of missions and
 * signals are kept for `--json`.
 */

export const missionReply = mission
  .pick({
    mission_id: true,
    title: true,
    status: true,
    url: true,
    pr_url: true,
    left_out: true,
    attempts: true,
    speech: true,
    tree_sha256: true,
    evidence: true,
    error: true,
    phases: true,
    created_at: true,
    cancel_requested_at: true,
    ended_at: true,
  })
  .partial({ cancel_requested_at: true, left_out: true })
  .loose();
export type MissionReply = z.infer<typeof missionReply>;

export const shareReply = share.pick({ mission_id: true, shared: true, evidence: true });
export const newShareReply = newShare.pick({ mission_id: true, shared: true, evidence: true, link: true });

export const latestReply = mission.pick({ mission_id: true });

export const missionsReply = z.object({ missions: z.array(missionReply) });

/** One page of a search: what fits, how many missions were looked at for it, and where the next page begins. */
export const searchReply = searchResult.pick({ next_cursor: true }).extend({
  missions: z.array(missionReply),
  searched: searchResult.shape.searched.pick({ missions: true }),
});

export const consultReply = turnReply
  .pick({
    conversation_id: true,
    state: true,
    speech: true,
    question: true,
    plan: true,
    mission_id: true,
  })
  .extend({
    notices: turnReply.shape.notices.default([]),
    usage: turnReply.shape.usage.optional(),
    estimate: turnReply.shape.estimate.optional(),
  });
export type ConsultReply = z.infer<typeof consultReply>;
export type ShownPlan = NonNullable<ConsultReply["plan"]>;

export const uploadReply = upload.pick({ url: true, headers: true });

/** A run of `factory.plan`: a plan, or why there is none. */
export const planRunReply = instanceWithSteps.pick({ instance_id: true, error: true }).extend({
  result: z
    .object({
      plan: turnReply.shape.plan.unwrap(),
      speech: turnReply.shape.speech,
      question: turnReply.shape.question,
      notices: turnReply.shape.notices,
    })
    .nullable(),
});

export const runBegunReply = instanceBegun.pick({ instance_id: true });

/** A run with its steps. */
export const runReply = instanceWithSteps.pick({
  instance_id: true,
  outcome: true,
  error: true,
  seal_sha256: true,
  steps: true,
});
export type RunReply = z.infer<typeof runReply>;

export const projectReply = project
  .pick({
    project_id: true,
    state: true,
    work: true,
    title: true,
    url: true,
    releases: true,
    current: true,
    created_at: true,
  })
  .loose();
export type ProjectReply = z.infer<typeof projectReply>;

export const projectsReply = z.object({ projects: z.array(projectReply) });

const releaseReply = release
  .pick({ release: true, promoted_at: true, restores: true, status: true, tree: true, mission_id: true })
  .loose();
export type ReleaseReply = z.infer<typeof releaseReply>;

export const releasesReply = z.object({ releases: z.array(releaseReply) });

/** Without what each type says: a newer service may have signals of types that are not known here. */
export const eventsReply = mission.pick({ status: true }).extend({
  events: z.array(
    signalSchema
      .pick({ type: true, time: true, sequence: true, source: true, tenantid: true, data: true })
      .loose(),
  ),
});

const GATE = {
  gate_id: true,
  title: true,
  state: true,
  epoch: true,
  approvers: true,
  may_decide: true,
  snapshot_sha256: true,
  opened_at: true,
  expires_at: true,
  decision: true,
} as const;

export const gatesReply = z.object({ gates: z.array(gate.pick(GATE).loose()) });
export const gateReply = gateWithSnapshot.pick({ ...GATE, snapshot: true }).loose();
export type GateReply = z.infer<typeof gateReply>;
export const decisionReply = decision.pick({ execution_id: true }).loose();

export const clearReply = cleared.pick({ hidden: true });
export const authReply = newSession.pick({ token: true, expires_at: true }).partial({ expires_at: true });
export const ticketReply = ticket.pick({ ticket: true, url: true });
