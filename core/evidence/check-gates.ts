import { Refusal } from "#core/evidence/verdict.ts";
import { GATE_FACTS, isGateSignal } from "#core/governance/gate/signals.ts";
import { type GateSubject, NO_GATES, reduceGates } from "#core/governance/gate/subject.ts";
import { type AnySignal, aggregateOf, isV1, sequenceOf } from "#core/kernel/ledger/signal-v1.ts";

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

/** A fact about a gate has its form; a decision is the signal's own actor's, and a policy's verdict the system's. */
function requireOwn(name: string, signal: AnySignal): void {
  const facts = GATE_FACTS[signal.type as keyof typeof GATE_FACTS].safeParse(signal.data);
  if (!facts.success) throw wrong(name, signal, "It does not have the form of its type.");
  if (signal.type === "gantry.policy.allowed" && signal.actorkind !== "system")
    throw wrong(name, signal, "The policy's verdict is not the system's.");
  if (!("decision_id" in facts.data)) return;
  const { actor, actor_kind } = facts.data;
  if (actor !== signal.authid || actor_kind !== signal.actorkind)
    throw wrong(name, signal, "The decision is not its signal's actor's.");
}

const wrong = (name: string, signal: AnySignal, why: string) =>
  new Refusal("DECISION_WRONG", `${name}, signal ${sequenceOf(signal)}: ${why}`);
