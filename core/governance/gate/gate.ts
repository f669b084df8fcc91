import type { Decision } from "#core/governance/gate/decision.ts";
import type { GateFacts, GateSignal } from "#core/governance/gate/signals.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** The states of a gate, and which of its signals each takes: once closed it stays as it is. */
const TAKES = {
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

/**
 * The gate after one more of its signals. Throws IllegalTransition for a signal that does not follow: of another
 * gate, after its end, out of its time, or a decision that is not one on this gate as it is.
 */
export function nextGate(gate: Gate | null, signal: GateSignal): Gate {
  if (signal.type === "gantry.gate.opened") {
    if (gate) throw refusal(gate, "is open already");
    return {
      ...signal.data,
      state: "open",
      epoch: 1,
      opened_at: signal.time,
      escalated_at: null,
      closed_at: null,
      decision: null,
      reason: null,
    };
  }
  const { gate_id } = signal.data;
  if (gate?.gate_id !== gate_id) throw refusal({ gate_id }, "was not opened");
  const takes: readonly GateSignal["type"][] = TAKES[gate.state];
  if (!takes.includes(signal.type)) throw refusal(gate, `is ${gate.state}`);
  switch (signal.type) {
    case "gantry.gate.escalated":
      return escalated(gate, signal.data, signal.time);
    case "gantry.gate.voided":
      return { ...gate, state: "void", closed_at: signal.time, reason: signal.data.reason };
    case "gantry.decision.recorded":
      return decided(gate, signal.data, signal.time);
    case "gantry.policy.allowed":
      return allowed(gate, signal.data, signal.time);
  }
}

function escalated(gate: Gate, { epoch, approvers }: GateFacts["gantry.gate.escalated"], time: string): Gate {
  const all = approversAfterEscalation(gate);
  const fits =
    gate.escalated_at === null &&
    epoch === gate.epoch + 1 &&
    gate.escalate !== null &&
    msOf(time) >= escalatesAtMs(gate) &&
    all.length === approvers.length &&
    all.every((role, index) => role === approvers[index]);
  if (!fits) throw refusal(gate, "cannot be escalated like this");
  return { ...gate, epoch, approvers, escalated_at: time };
}

function decided(gate: Gate, decision: Decision, time: string): Gate {
  const wrong = faultOf(gate, decision);
  if (wrong) throw refusal(gate, `cannot be decided by a decision ${wrong}`);
  const isOverdue = decision.actor_kind === "system" && msOf(time) >= expiresAtMs(gate);
  return { ...gate, state: isOverdue ? "expired" : "resolved", closed_at: time, decision };
}

function allowed(gate: Gate, verdict: GateFacts["gantry.policy.allowed"], time: string): Gate {
  const wrong = boundFault(gate, verdict);
  if (wrong) throw refusal(gate, `cannot be passed by a verdict ${wrong}`);
  const reason = `The policy allows it for the ${verdict.requester_kind} ${verdict.requester}.`;
  return { ...gate, state: "allowed", closed_at: time, reason };
}

/** Why what closes a gate is not about it as it is; undefined where it is. */
function boundFault(
  gate: Gate,
  {
    gate: name,
    epoch,
    snapshot_sha256,
    policy,
  }: Pick<Decision, "gate" | "epoch" | "snapshot_sha256" | "policy">,
): string | undefined {
  if (name !== gate.name) return "on a gate of another name";
  if (epoch !== gate.epoch) return "of another epoch";
  if (snapshot_sha256 !== gate.snapshot_sha256) return "on another snapshot";
  if (POLICY.some((member) => policy[member] !== gate.policy[member])) return "under another policy";
  return undefined;
}

/** Why a decision is none on this gate as it is; undefined where it is one. */
function faultOf(gate: Gate, decision: Decision): string | undefined {
  const { type, actor_kind, role } = decision;
  const unbound = boundFault(gate, decision);
  if (unbound) return unbound;
  if (actor_kind === "system" && type !== "REJECT") return `of the system to ${type}`;
  // Whoever may end what waits at a gate may reject it.
  if (type !== "REJECT" && !gate.approvers.includes(role)) return "by a role that may not decide";
  if (type !== "REJECT" && decision.device !== undefined && gate.devices === "refused")
    return "through a device";
  if (type === "OVERRIDE" && !gate.overridable) return "that overrides what cannot be overridden";
  if ((type === "OVERRIDE") !== (decision.context_delta !== undefined)) return "whose type and delta differ";
  if ((type === "OVERRIDE") !== (decision.context_sha256 !== undefined))
    return "whose type and context differ";
  if (gate.justification === "required" && decision.justification.trim() === "") return "without a reason";
  return undefined;
}

const POLICY = ["id", "version", "sha256"] as const;

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

function refusal({ gate_id }: Pick<Gate, "gate_id">, why: string): GantryError {
  return new GantryError("IllegalTransition", `The gate ${gate_id} ${why}.`, { detail: { gate_id } });
}
