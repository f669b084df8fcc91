import type { Decision } from "#core/governance/gate/decision.ts";
import type { GateFacts, GateSignal } from "#core/governance/gate/signals.ts";

/** The states of a gate, and which of its signals each takes: once closed it stays as it is. */
export const TAKES = {
  open: ["gantry.gate.escalated", "gantry.gate.voided", "gantry.decision.recorded", "gantry.policy.allowed"],
  /** By a person's decision, or the system's before the gate's time was over. */
  resolved: [],
  /** By the system, because its time was over. */
  expired: [],
  /** Without a decision: its question is no longer asked. */
  void: [],
  /** Without a decision: the policy let a machine's request past. */
  allowed: [],
} as const satisfies Readonly<Record<string, readonly GateSignal["type"][]>>;
type GateState = keyof typeof TAKES;
export const GATE_STATES = Object.keys(TAKES) as [GateState, ...GateState[]];

/** A question to people that holds up what asked it, until one decision. Rebuildable from its signals. */
export interface Gate extends Readonly<GateFacts["gantry.gate.opened"]> {
  readonly state: GateState;
  /** Grows with each escalation, from 1. */
  readonly epoch: number;
  readonly opened_at: string;
  readonly escalated_at: string | null;
  readonly closed_at: string | null;
  readonly decision: Decision | null;
  /** Why it was closed without a decision. */
  readonly reason: string | null;
}

/** What closes a gate names: the gate as it was, so that it closes no other one. */
export const boundTo = ({ gate_id, name, epoch, snapshot_sha256, policy }: Gate) => ({
  gate_id,
  gate: name,
  epoch,
  snapshot_sha256,
  policy,
});

/** Those who could decide so far, and those that the escalation adds. */
export function approversAfterEscalation({ approvers, escalate }: Gate): string[] {
  return [...new Set([...approvers, ...(escalate?.approvers ?? [])])];
}

/** When it is escalated, in epoch milliseconds; never is Infinity. */
export function escalatesAtMs({ opened_at, escalate, escalated_at }: Gate): number {
  return escalate && escalated_at === null ? msOf(opened_at) + escalate.after_seconds * 1000 : Infinity;
}

/** When the system rejects, in epoch milliseconds. */
export function expiresAtMs({ opened_at, expires_seconds }: Gate): number {
  return msOf(opened_at) + expires_seconds * 1000;
}

/** When the next thing happens to the gate unless a person decides, in epoch milliseconds; of a closed one, when it was closed. */
export function dueAtMs(gate: Gate): number {
  if (gate.closed_at !== null) return msOf(gate.closed_at);
  return Math.min(escalatesAtMs(gate), expiresAtMs(gate));
}

const msOf = (time: string): number => Date.parse(time);
