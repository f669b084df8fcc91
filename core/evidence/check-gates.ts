import { Refusal } from "#core/evidence/verdict.ts";
import { GATE_FACTS, isGateSignal } from "#core/governance/gate/signals.ts";
import { type GateSubject, NO_GATES, reduceGates } from "#core/governance/gate/subject.ts";
import { type AnySignal, aggregateOf, isV1, sequenceOf } from "#core/kernel/ledger/signal-v1.ts";

/**
 * Throws Refusal (DECISION_WRONG) unless every gate of a log was opened before it was closed and was decided at most
 * once, by a decision that matches the gate and the actor of its signal. Logs in format v1 have no gates.
 */
export function requireGates(name: string, log: readonly AnySignal[]): void {
  const [first] = log;
  if (!first || isV1(first)) return;
  const { tenant, id } = aggregateOf(first);
  let subject: GateSubject = { tenant, id, ...NO_GATES };
  for (const signal of log) {
    if (isGateSignal(signal)) requireGateFacts(name, signal);
    try {
      subject = reduceGates(subject, signal);
    } catch (error) {
      throw wrong(name, signal, error instanceof Error ? error.message : String(error));
    }
  }
}

/**
 * Gate data must match its schema; a decision's actor must be the signal's actor, and a policy verdict's the system.
 */
function requireGateFacts(name: string, signal: AnySignal): void {
  const facts = GATE_FACTS[signal.type as keyof typeof GATE_FACTS].safeParse(signal.data);
  if (!facts.success) throw wrong(name, signal, "Its data does not match the schema of its type.");
  if (signal.type === "gantry.policy.allowed" && signal.actorkind !== "system")
    throw wrong(name, signal, "The actor of a policy's verdict must be the system.");
  if (!("decision_id" in facts.data)) return;
  const { actor, actor_kind } = facts.data;
  if (actor !== signal.authid || actor_kind !== signal.actorkind)
    throw wrong(name, signal, "The actor of the decision is not the actor of the signal.");
}

const wrong = (name: string, signal: AnySignal, why: string) =>
  new Refusal("DECISION_WRONG", `${name}, signal ${sequenceOf(signal)}: ${why}`);
