import type { Conversation } from "#core/factory/conversation/conversation.ts";
import { conversationHost } from "#core/factory/conversation/host.ts";
import type { OpenConversation } from "#core/factory/conversation/open.ts";
import { basisOf, wordsTerms } from "#core/factory/conversation/words-gate.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { pinPolicy } from "#core/factory/policy/pin.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import { decisionOf } from "#core/governance/gate/person-decision.ts";
import { decidedDrafts, voidingDrafts } from "#core/governance/gate/plan.ts";
import { human } from "#core/identity/actor.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import { putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import { SYSTEM } from "#core/kernel/ledger/signal.ts";

/**
 * Records a person's APPROVE of their own words, which led to the plan of this consultation, and starts its mission in
 * the same transaction. The decision names the digest of the words and the settings, because the person saw no plan.
 */
export async function approveWords(
  services: WithArtifacts & WithIds & WithPolicy,
  caller: HumanCaller,
  conversation: OpenConversation,
): Promise<Conversation> {
  const policy = await pinPolicy(services, caller.tenant);
  const plan = conversation.state.plan as Plan;
  const basis = basisOf(plan);
  await putArtifact(services.artifacts, caller.tenant, canonicalJson(basis));
  const { approval } = conversationHost;
  const execution_id = approval.makeId(services.ids);
  const decision_id = services.ids.make("dec");
  await conversation.append((state) => {
    if (!state || state.status === "confirmed") return null;
    const voided = voidingDrafts(state, "The request itself is the decision.", SYSTEM);
    const decided = decidedDrafts("conversation", state, wordsTerms(plan, policy), (gate) => {
      const { gate_id, epoch, snapshot_sha256 } = gate;
      const justification = plan.request.join("\n");
      const input = { gate_id, epoch, snapshot_sha256, type: "APPROVE" as const, justification };
      return { ...decisionOf(gate, caller, input, { decision_id, execution_id }), basis };
    });
    const creates = approval.begin(state, { execution_id, requester: human(caller) }, { policy });
    return { drafts: [...voided, ...decided], creates };
  });
  return conversation.state;
}
