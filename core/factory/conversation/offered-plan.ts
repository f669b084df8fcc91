import type { Conversation } from "#core/factory/conversation/conversation.ts";
import { type Plan, planSchema } from "#core/factory/plan/plan.ts";
import { getJsonArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";

/** The last plan as it would be if nothing was switched off; null before the first plan. */
export async function offeredPlan(
  { artifacts }: WithArtifacts,
  { tenant, offered_hash, last_plan }: Conversation,
): Promise<Plan | null> {
  if (offered_hash === undefined || !last_plan) return last_plan;
  return planSchema.parse(await getJsonArtifact(artifacts, tenant, offered_hash));
}
