import type { PackFiles } from "#core/evidence/files.ts";
import { Refusal } from "#core/evidence/verdict.ts";
import { CONFIRM_GATE } from "#core/factory/conversation/confirm-gate.ts";
import { conversationRef } from "#core/factory/conversation/conversation.ts";
import { basisOf, WORDS_GATE } from "#core/factory/conversation/words-gate.ts";
import { requireConfirmationV1 } from "#core/factory/evidence/check-confirmation-v1.ts";
import { requirePolicyVerdict, verdictsFor } from "#core/factory/evidence/check-policy-verdict.ts";
import type { MissionPredicate } from "#core/factory/evidence/mission-statement.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { planHash, planSchema } from "#core/factory/plan/plan.ts";
import type { Decision } from "#core/governance/gate/decision.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { type AnySignal, isAbout, isV1 } from "#core/kernel/ledger/signal-v1.ts";

/**
 * A person must have approved exactly the plan that was built, or exactly the words that led to it, for exactly this
 * mission; or the policy must have allowed the machine that requested it.
 */
export function requireConfirmation(
  { tenant, plan_hash }: MissionPredicate,
  mission: Mission,
  events: readonly AnySignal[],
  consultation: readonly AnySignal[],
  files: PackFiles,
): void {
  const [begun] = consultation;
  if (!begun || !isAbout(begun, conversationRef(tenant, mission.conversation_id)))
    throw new Refusal("OTHER_MISSION", "The consultation is not the one that this mission came from.");
  const plan = planSchema.safeParse(mission.plan);
  if (!plan.success || planHash(plan.data) !== mission.plan_hash || plan_hash !== mission.plan_hash)
    throw new Refusal("DECISION_WRONG", "The mission's plan does not have the hash it claims.");
  // A retried mission has a new decision, on its own chain.
  const chain = mission.retry_of === null ? consultation : events;
  if (isV1(begun)) requireConfirmationV1(mission, events, chain);
  else requireOneConfirmation(mission, events, chain, files);
}

function requireOneConfirmation(
  mission: Mission,
  events: readonly AnySignal[],
  chain: readonly AnySignal[],
  files: PackFiles,
): void {
  const confirmations = chain.filter((signal) => isConfirmation(signal, mission));
  const [verdict, ...more] = verdictsFor(mission, chain);
  const isByPolicy = verdict !== undefined && more.length === 0 && confirmations.length === 0;
  if (isByPolicy) requirePolicyVerdict(verdict, mission, events, files);
  else if (verdict || confirmations.length !== 1 || events[0]?.actorkind !== "human")
    throw new Refusal(
      "DECISION_WRONG",
      `There must be one approval of this mission's plan by a person, or one verdict of the policy; there are ${confirmations.length} and ${verdict ? 1 + more.length : 0}.`,
    );
}

function isConfirmation({ type, data }: AnySignal, { id, plan, plan_hash }: Mission): boolean {
  if (type !== "gantry.decision.recorded") return false;
  const decision = data as unknown as Decision;
  return (
    decision.type === "APPROVE" &&
    decision.actor_kind === "human" &&
    decision.execution_id === id &&
    (isOfWords(decision)
      ? decision.snapshot_sha256 === canonicalHash(basisOf(plan))
      : decision.gate === CONFIRM_GATE && decision.snapshot_sha256 === plan_hash)
  );
}

/** Whether the person approved their own words, and the decision names them. */
const isOfWords = ({ gate, basis, snapshot_sha256 }: Decision): boolean =>
  gate === WORDS_GATE && canonicalHash(basis ?? null) === snapshot_sha256;
