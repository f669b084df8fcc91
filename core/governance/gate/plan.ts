import { DECIDED_STATE } from "#core/governance/execution/gate-edges.ts";
import type { ExecutionState } from "#core/governance/execution/states.ts";
import type { Outcome, Transition } from "#core/governance/execution/transition.ts";
import { stepsToEnd } from "#core/governance/execution/transition.ts";
import type { Decision } from "#core/governance/gate/decision.ts";
import { boundTo, type Gate } from "#core/governance/gate/gate.ts";
import { nextGate } from "#core/governance/gate/next-gate.ts";
import type { GateFacts } from "#core/governance/gate/signals.ts";
import { type GateSubject, gateId } from "#core/governance/gate/subject.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import type { AggregateKind } from "#core/kernel/keys.ts";
import { type Actor, type SignalDraft, SYSTEM } from "#core/kernel/ledger/signal.ts";

/** Signals about gates together with the transitions that they cause; they are appended in one transaction. */

type Waiting = GateSubject & { readonly state?: unknown };

/** The terms of a gate request with the digest of its snapshot. */
export type GateTerms = Omit<GateFacts["gantry.gate.opened"], "gate_id">;

/** Opens the subject's next gate; a running execution waits at it. */
export function openingDrafts(kind: AggregateKind, subject: Waiting, terms: GateTerms): SignalDraft[] {
  return [
    draft("gantry.gate.opened", { gate_id: nextGateId(kind, subject), ...terms }),
    ...(stateOf(subject) === "RUNNING" ? [transition("RUNNING", "WAITING_FOR_HUMAN")] : []),
  ];
}

export function escalationDrafts({ gate_id, epoch }: Gate, approvers: readonly string[]): SignalDraft[] {
  return [draft("gantry.gate.escalated", { gate_id, epoch: epoch + 1, approvers: [...approvers] })];
}

/** Closes an open gate without a decision, because none is needed any more. */
export function voidingDrafts({ gate }: GateSubject, reason: string, actor: Actor): SignalDraft[] {
  return gate?.state === "open"
    ? [draft("gantry.gate.voided", { gate_id: gate.gate_id, reason }, actor)]
    : [];
}

/** Records a decision; a waiting execution leaves its gate. */
export function decisionDrafts(subject: Waiting, decision: Decision): SignalDraft[] {
  const actor: Actor = decision.actor_kind === "human" ? { kind: "human", id: decision.actor } : SYSTEM;
  return [
    draft("gantry.decision.recorded", { ...decision }, actor),
    ...(stateOf(subject) === "WAITING_FOR_HUMAN"
      ? [transition("WAITING_FOR_HUMAN", DECIDED_STATE[decision.type], actor)]
      : []),
  ];
}

/** Opens a gate and records the decision on it, for a request that is itself the decision. */
export function decidedDrafts(
  kind: AggregateKind,
  subject: GateSubject,
  terms: GateTerms,
  decide: (gate: Gate) => Decision,
): SignalDraft[] {
  const gate_id = nextGateId(kind, subject);
  // The decision does not depend on the time, which the ledger sets.
  const gate = nextGate(null, { type: "gantry.gate.opened", data: { gate_id, ...terms }, time: "" });
  return [...openingDrafts(kind, subject, terms), ...decisionDrafts(subject, decide(gate))];
}

/** The system's REJECT of an open gate. */
export function systemRejection(gate: Gate, execution_id: string | null, justification: string): Decision {
  return {
    // A gate has one decision, so a repetition must create the same id.
    decision_id: `dec_${sha256Hex(`${gate.gate_id}\nsystem`).slice(0, 26)}`,
    ...boundTo(gate),
    execution_id,
    type: "REJECT",
    actor: SYSTEM.id,
    actor_kind: "system",
    role: "system",
    roles_revision: null,
    auth_time: null,
    amr: [],
    justification,
  };
}

/** The execution that a decision on the subject's gate concerns when it does not start one; null for other subjects. */
export const executionOf = (kind: AggregateKind, { id }: GateSubject): string | null =>
  kind === "execution" ? id : null;

/** Returns an execution to RUNNING after the decision on its gate. Empty unless it was approved or overridden. */
export function resumingDrafts(subject: Waiting): SignalDraft[] {
  const from = stateOf(subject);
  if (from !== "APPROVED" && from !== "OVERRIDDEN") return [];
  return [transition(from, "RESUMED"), transition("RESUMED", "RUNNING")];
}

/**
 * Ends an execution from its current state, like {@link stepsToEnd}. The system rejects an open gate, with the
 * outcome as the reason.
 */
export function endingDrafts(
  subject: GateSubject & { readonly state: ExecutionState },
  outcome: Outcome,
): SignalDraft[] {
  const { gate, state } = subject;
  const steps = stepsToEnd(state, outcome).map((step) => draftOf(step));
  if (gate?.state !== "open") return steps;
  const rejection = systemRejection(gate, subject.id, `The execution ended before a decision: ${outcome}.`);
  return [draft("gantry.decision.recorded", { ...rejection }), ...steps];
}

const nextGateId = (kind: AggregateKind, { id, gates }: GateSubject): string =>
  gateId({ kind, id }, gates.length + 1);

const stateOf = (subject: Waiting): unknown => subject.state;

const transition = (from: ExecutionState, to: ExecutionState, actor: Actor = SYSTEM): SignalDraft =>
  draftOf({ from, to, outcome: null }, actor);

const draftOf = (step: Transition, actor: Actor = SYSTEM): SignalDraft => ({
  type: "gantry.execution.transitioned",
  data: { ...step },
  actor,
});

function draft<F extends keyof GateFacts>(type: F, data: GateFacts[F], actor: Actor = SYSTEM): SignalDraft {
  return { type, data: data as Record<string, unknown>, actor };
}
