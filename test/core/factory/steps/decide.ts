import { confirmTerms } from "#core/factory/conversation/confirm-gate.ts";
import {
  type Conversation,
  conversationRef,
  conversations,
} from "#core/factory/conversation/conversation.ts";
import { findMission } from "#core/factory/mission/find.ts";
import { policyRef } from "#core/factory/policy/pin.ts";
import { decisionOf } from "#core/governance/gate/person-decision.ts";
import { decidedDrafts } from "#core/governance/gate/plan.ts";
import { OWNER, type World } from "#test/support/memory-world.ts";
import { MISSION } from "#test/support/samples.ts";

/** The person's approval, as a consultation ends with it. */
export async function decide(world: World): Promise<void> {
  const { conversation_id, plan, plan_hash } = await findMission(world, OWNER, MISSION.mission_id);
  const terms = confirmTerms(plan, policyRef(world.policy), "plan-1");
  await world.ledger.append(conversations, conversationRef(MISSION.tenant, conversation_id), (state) => ({
    drafts: decidedDrafts("conversation", state as Conversation, terms, (gate) =>
      decisionOf(
        gate,
        OWNER,
        {
          gate_id: gate.gate_id,
          epoch: 1,
          snapshot_sha256: plan_hash,
          type: "APPROVE",
          justification: "Yes.",
        },
        { decision_id: "dec_1", execution_id: MISSION.mission_id },
      ),
    ),
  }));
}
