import { requireConfirmationV1 } from "#core/evidence/check-decisions-v1.ts";
import type { Statement } from "#core/evidence/statement.ts";
import { Refusal } from "#core/evidence/verdict.ts";
import { CONFIRM_GATE } from "#core/factory/conversation/confirm-gate.ts";
import { conversationRef } from "#core/factory/conversation/conversation.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { planHash, planSchema } from "#core/factory/plan/plan.ts";
import type { Decision } from "#core/governance/gate/decision.ts";
import { GATE_FACTS, isGateSignal } from "#core/governance/gate/signals.ts";
import { type GateSubject, NO_GATES, reduceGates } from "#core/governance/gate/subject.ts";
import { type AnySignal, aggregateOf, isAbout, isV1, sequenceOf } from "#core/kernel/ledger/signal-v1.ts";

/**
 * Every gate of a log must have been opened before it was closed, and be decided once at most: by a decision on it as
 * it was, of the one whose signal it is. In the first format there were no gates.
 */
export function requireGates(name: string, log: readonly AnySignal[]): void {
  const [first] = log;
  if (!first || isV1(first)) return;
  const { tenant, id } = aggregateOf(first);
  let subject: GateSubject = { tenant, id, ...NO_GATES };
  for (const signal of log) {
    if (isGateSignal(signal)) requireOwn(name, signal);
    try {
      subject = reduceGates(subject, signal);
    } catch (error) {
      throw wrong(name, signal, error instanceof Error ? error.message : String(error));
    }
  }
}

/** A fact about a gate has its form, and a decision is the signal's own actor's. */
function requireOwn(name: string, signal: AnySignal): void {
  const facts = GATE_FACTS[signal.type as keyof typeof GATE_FACTS].safeParse(signal.data);
  if (!facts.success) throw wrong(name, signal, "It does not have the form of its type.");
  if (!("decision_id" in facts.data)) return;
  const { actor, actor_kind } = facts.data;
  if (actor !== signal.authid || actor_kind !== signal.actorkind)
    throw wrong(name, signal, "The decision is not its signal's actor's.");
}

const wrong = (name: string, signal: AnySignal, why: string) =>
  new Refusal("DECISION_WRONG", `${name}, signal ${sequenceOf(signal)}: ${why}`);

/** A person must have approved exactly the plan that was built, for exactly this mission. */
export function requireConfirmation(
  { tenant, plan_hash }: Statement["predicate"],
  mission: Mission,
  events: readonly AnySignal[],
  consultation: readonly AnySignal[],
): void {
  const [begun] = consultation;
  if (!begun || !isAbout(begun, conversationRef(tenant, mission.conversation_id)))
    throw new Refusal("OTHER_MISSION", "The consultation is not the one this mission came from.");
  const plan = planSchema.safeParse(mission.plan);
  if (!plan.success || planHash(plan.data) !== mission.plan_hash || plan_hash !== mission.plan_hash)
    throw new Refusal("DECISION_WRONG", "The mission's plan does not have the hash it claims.");
  // A person who retries a mission decides anew, on the new mission's own chain.
  const chain = mission.retry_of === null ? consultation : events;
  if (isV1(begun)) requireConfirmationV1(mission, events, chain);
  else requireOneConfirmation(mission, events, chain);
}

function requireOneConfirmation(
  mission: Mission,
  events: readonly AnySignal[],
  chain: readonly AnySignal[],
): void {
  const confirmations = chain.filter((signal) => isConfirmation(signal, mission));
  if (confirmations.length !== 1 || events[0]?.actorkind !== "human")
    throw new Refusal(
      "DECISION_WRONG",
      `There must be one person's approval of this mission's plan; there are ${confirmations.length}.`,
    );
}

function isConfirmation({ type, data }: AnySignal, { id, plan_hash }: Mission): boolean {
  if (type !== "gantry.decision.recorded") return false;
  const decision = data as unknown as Decision;
  return (
    decision.gate === CONFIRM_GATE &&
    decision.type === "APPROVE" &&
    decision.actor_kind === "human" &&
    decision.snapshot_sha256 === plan_hash &&
    decision.execution_id === id
  );
}
