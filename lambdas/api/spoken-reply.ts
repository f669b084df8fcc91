import type { Conversation } from "#core/factory/conversation/conversation.ts";
import { type BriefReply, briefReplyOf, spokenStatus } from "#core/factory/conversation/reply.ts";
import { estimateFor } from "#core/factory/mission/estimate.ts";
import { noticesFor, type WithNotices } from "#core/factory/plan/notices.ts";
import { spokenPlan } from "#core/factory/plan/spoken-plan.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import type { Reply } from "#lambdas/runtime/route.ts";

/**
 * The reply to a spoken message. The notices come before the speech, so that a listening person hears the limitations
 * first.
 */
export async function spokenReply(services: WithNotices, conversation: Conversation) {
  const reply = briefReplyOf(conversation);
  const notices = await noticesOf(services, reply);
  const speech = spokenPlan([...notices.map(({ sentence }) => sentence), reply.speech].join(" "), reply.plan);
  const status = spokenStatus(reply);
  return { status: statusOf(reply), body: { ...reply, status, speech, notices } } satisfies Reply;
}

/** 202 once a mission builds the plan, and while the consultant is still answering; otherwise 200. */
export const statusOf = ({ mission_id, state }: BriefReply) =>
  mission_id || state === "planning" ? 202 : 200;

/** What limits this installation in a plan that is not confirmed yet. */
export async function noticesOf({ notices }: WithNotices, { plan, state }: BriefReply) {
  return plan !== null && state !== "confirmed" ? noticesFor(plan, await notices()) : [];
}

/** What the mission of a plan that is not confirmed yet will probably take. */
export async function estimateOf(
  services: WithStore & WithModels,
  caller: Pick<Caller, "tenant">,
  { plan, state }: BriefReply,
) {
  if (plan === null || state !== "awaiting_confirmation") return null;
  return estimateFor(services, caller, plan);
}
