import type { Decision } from "#core/governance/gate/decision.ts";
import type { GateFacts, GateSignal } from "#core/governance/gate/signals.ts";

/** The states of a gate and the signals that each accepts. A closed gate never changes. */
export const TAKES = {
  open: ["gantry.gate.escalated", "gantry.gate.voided", "gantry.decision.recorded", "gantry.policy.allowed"],
  /** Closed by a person's decision, or by the system's before the gate expired. */
  resolved: [],
  /** Closed by the system after the time limit. */
  expired: [],
  /** Closed without a decision, because none is needed any more. */
  void: [],
  /** Closed without a decision: the policy allowed a machine's request. */
  allowed: [],
} as const satisfies Readonly<Record<string, readonly GateSignal["type"][]>>;
type GateState = keyof typeof TAKES;
export const GATE_STATES = Object.keys(TAKES) as [GateState, ...GateState[]];

/** A request for a person's decision, at which its subject waits. Can be rebuilt from its signals. */
export interface Gate extends Readonly<GateFacts["gantry.gate.opened"]> {
  readonly state: GateState;
  /** Starts at 1 and grows by 1 with each escalation. */
  readonly epoch: number;
  readonly opened_at: string;
  readonly escalated_at: string | null;
  readonly closed_at: string | null;
  readonly decision: Decision | null;
  /** Why it was closed without a decision. */
  readonly reason: string | null;
}

/** The members that bind a decision or verdict to the current gate, so that it cannot close another one. */
export const boundTo = ({ gate_id, name, epoch, snapshot_sha256, policy }: Gate) => ({
  gate_id,
  gate: name,
  epoch,
  snapshot_sha256,
  policy,
});

/** The current approvers and those that the escalation adds, without duplicates. */
export function approversAfterEscalation({ approvers, escalate }: Gate): string[] {
  return [...new Set([...approvers, ...(escalate?.approvers ?? [])])];
}

/** When the gate is escalated, in epoch milliseconds; Infinity for never. */
export function escalatesAtMs({ opened_at, escalate, escalated_at }: Gate): number {
  return escalate && escalated_at === null ? msOf(opened_at) + escalate.after_seconds * 1000 : Infinity;
}

/** When the system rejects the gate, in epoch milliseconds. */
export function expiresAtMs({ opened_at, expires_seconds }: Gate): number {
  return msOf(opened_at) + expires_seconds * 1000;
}

/** When the gate is escalated or expires next, in epoch milliseconds; for a closed gate, when it was closed. */
export function dueAtMs(gate: Gate): number {
  if (gate.closed_at !== null) return msOf(gate.closed_at);
  return Math.min(escalatesAtMs(gate), expiresAtMs(gate));
}

const msOf = (time: string): number => Date.parse(time);
