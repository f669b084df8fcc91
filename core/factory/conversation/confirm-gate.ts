import type { Conversation } from "#core/factory/conversation/conversation.ts";
import { type Plan, planHash } from "#core/factory/plan/plan.ts";
import { type GateTerms, openingDrafts, voidingDrafts } from "#core/governance/gate/plan.ts";
import { MAX_GATE_SECONDS } from "#core/governance/gate/terms.ts";
import { rolesWith } from "#core/identity/authorise.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import { type SignalDraft, SYSTEM } from "#core/kernel/ledger/signal.ts";

/** The gate before every mission, on exactly the plan that will be built. */
export const CONFIRM_GATE = "build.confirm";

/** The terms of the gate: any role with the right `write` may confirm the plan, in any words. */
export function confirmTerms(plan: Plan, policy: DefinitionRef, key: string): GateTerms {
  return {
    key,
    name: CONFIRM_GATE,
    title: `Build ${plan.title}`,
    snapshot_sha256: planHash(plan),
    approvers: [...rolesWith("write")],
    escalate: null,
    expires_seconds: MAX_GATE_SECONDS,
    justification: "words",
    devices: "allowed",
    overridable: false,
    policy,
  };
}

/** Opens the gate for a plan and voids a gate that is still open. */
export function planGateDrafts(
  conversation: Conversation,
  plan: Plan,
  policy: DefinitionRef,
  reason = "A newer plan was shown.",
): SignalDraft[] {
  const terms = confirmTerms(plan, policy, `plan-${conversation.gates.length + 1}`);
  return [
    ...voidingDrafts(conversation, reason, SYSTEM),
    ...openingDrafts("conversation", conversation, terms),
  ];
}
