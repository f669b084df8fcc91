import {
  approval,
  CONFIRM_GATE,
  type Conversation,
  conversationRef,
} from "#core/factory/conversation/conversation.ts";
import type { OpenConversation } from "#core/factory/conversation/open.ts";
import { missionRef, missions, say } from "#core/factory/mission/missions.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { pinPolicy } from "#core/factory/policy/pin.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import { decisionKey } from "#core/kernel/keys.ts";
import type { Change } from "#core/kernel/ledger/ledger.ts";
import { human } from "#core/kernel/ledger/signal.ts";
import { FACTORY_MISSION } from "#core/workflows/factory-mission.ts";

/**
 * The person's APPROVE on exactly the plan they saw. Decision, mission and its first signal are one transaction;
 * of any number of confirmations at once, one makes a mission and the others are answered with it.
 */
export async function confirm(
  services: WithIds & WithArtifacts & WithPolicy,
  caller: HumanCaller,
  conversation: OpenConversation,
  hash: string,
): Promise<Conversation> {
  const mission = services.ids.make("m");
  const policy = await pinPolicy(services, caller.tenant);
  const { state } = await conversation.append((state) => {
    const current = state as Conversation;
    if (current.plan_hash !== hash) throw stale(current);
    if (current.status === "confirmed") return null;
    return approve(caller, current, mission, policy);
  });
  return state;
}

function approve(
  caller: HumanCaller,
  conversation: Conversation,
  mission: string,
  policy: DefinitionRef,
): Change {
  const plan = conversation.plan as Plan;
  const snapshot = conversation.plan_hash as string;
  const actor = human(caller);
  const decision = approval(caller, { plan_hash: snapshot, mission_id: mission, justification: "" });
  const created = {
    workflow: FACTORY_MISSION,
    policy,
    plan,
    plan_hash: snapshot,
    project: projectName(plan, mission),
    conversation_id: conversation.id,
    requester: caller.principal,
    retry_of: null,
  };
  return {
    drafts: [{ type: "gantry.decision.recorded", data: { ...decision }, actor }],
    begins: [
      {
        ref: missionRef(caller.tenant, mission),
        projection: missions,
        drafts: [say("gantry.mission.created", created, { actor })],
      },
    ],
    writes: [
      {
        put: {
          ...decisionKey(conversationRef(caller.tenant, conversation.id), CONFIRM_GATE),
          decision,
        },
        when: { absent: true },
      },
    ],
  };
}

/** Repositories and domains are named in shared spaces, so the plan's name alone would collide. */
export function projectName(plan: Plan, mission: string): string {
  return `${plan.project_name}-${mission.slice(-6)}`;
}

function stale(conversation: Conversation): GantryError {
  const sentence = conversation.plan_hash
    ? "The plan has changed since you saw it; look at it again and confirm its hash."
    : "There is no plan to confirm yet.";
  return new GantryError("StalePlan", sentence, {
    field: "confirm",
    detail: { plan_hash: conversation.plan_hash },
  });
}
