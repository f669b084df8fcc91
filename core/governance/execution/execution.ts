import { isAtGate, requireGateFor } from "#core/governance/execution/gate-edges.ts";
import type { ExecutionSignal } from "#core/governance/execution/signals.ts";
import { type ExecutionState, hasEnded } from "#core/governance/execution/states.ts";
import { type Outcome, requireTransition } from "#core/governance/execution/transition.ts";
import { addUsage, NO_USAGE, type Usage } from "#core/governance/execution/usage.ts";
import type { WorkflowRef } from "#core/governance/execution/workflow-ref.ts";
import { type GateSubject, NO_GATES, reduceGates } from "#core/governance/gate/subject.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import { type AnySignal, aggregateOf, isV1, sequenceOf } from "#core/kernel/ledger/signal-v1.ts";

/** What caused an execution: the kind of source and its id. */
interface Trigger {
  readonly kind: string;
  readonly ref: string;
}

/** Definitions that an execution uses until it ends, even when newer versions exist. */
export interface Pins {
  /** The active policy when the execution started. Null when its log does not name one. */
  readonly policy: DefinitionRef | null;
}

/** The evidence that was sealed for an execution. */
export interface Seal {
  readonly tree_size: number;
  readonly root: string;
  readonly seal_sha256: string;
  readonly version_id: string;
  readonly key: string;
}

/** The state that all executions have in common. Can be rebuilt from the signals, except for the seal. */
export interface Execution extends GateSubject {
  readonly id: string;
  readonly tenant: string;
  /** Null for logs in format v1, which do not name the workflow. */
  readonly workflow: WorkflowRef | null;
  readonly pins: Pins;
  readonly requester: string;
  readonly team: string | null;
  readonly trigger: Trigger;
  readonly state: ExecutionState;
  readonly outcome: Outcome | null;
  readonly usage: Usage;
  readonly created_at: string;
  readonly updated_at: string;
  readonly ended_at: string | null;
  /** Sequence of the newest signal. */
  readonly seq: number;
  /** Null until the log is sealed. Not recorded as a signal, because the sealed log cannot contain its own seal. */
  readonly evidence: Seal | null;
}

/** The part of an execution that its first signal states. */
export type Beginning = Pick<Execution, "workflow" | "pins" | "requester" | "team" | "trigger">;

/** An execution after its first signal. */
export function beginExecution(signal: AnySignal, beginning: Beginning): Execution {
  return {
    id: aggregateOf(signal).id,
    tenant: signal.tenantid,
    ...beginning,
    state: "CREATED",
    outcome: null,
    ...NO_GATES,
    usage: NO_USAGE,
    created_at: signal.time,
    updated_at: signal.time,
    ended_at: null,
    seq: sequenceOf(signal),
    evidence: null,
  };
}

/**
 * The execution after one more signal. A signal of any other type changes only time and sequence. Throws
 * IllegalTransition for a transition that the state does not permit or that lacks the gate or decision it requires, so
 * that no transaction can store one.
 */
export function reduceExecution<E extends Execution>(execution: E, signal: AnySignal): E {
  const next = { ...reduceGates(execution, signal), seq: sequenceOf(signal), updated_at: signal.time };
  const fact = signal as unknown as ExecutionSignal;
  switch (fact.type) {
    case "gantry.execution.transitioned": {
      const { to, outcome } = fact.data;
      requireTransition(execution.state, fact.data);
      if (!isV1(signal)) requireGateFor(fact.data, execution.gate);
      const gate = isAtGate(to) ? next.gate : null;
      return { ...next, state: to, outcome, gate, ended_at: hasEnded(to) ? signal.time : null };
    }
    case "gantry.model.called":
      return { ...next, usage: addUsage(next.usage, fact.data) };
    default:
      return next;
  }
}
