import type { Decision } from "#core/governance/gate/decision.ts";
import { expiresAtMs, type Gate } from "#core/governance/gate/gate.ts";

/** Why a decision or verdict does not match the current gate, as a phrase; undefined when it matches. */
export function boundFault(
  gate: Gate,
  {
    gate: name,
    epoch,
    snapshot_sha256,
    policy,
  }: Pick<Decision, "gate" | "epoch" | "snapshot_sha256" | "policy">,
): string | undefined {
  if (name !== gate.name) return "on a gate with another name";
  if (epoch !== gate.epoch) return "with another epoch";
  if (snapshot_sha256 !== gate.snapshot_sha256) return "on another snapshot";
  if (POLICY.some((member) => policy[member] !== gate.policy[member])) return "under another policy";
  return undefined;
}

/** Why a decision is invalid for the current gate, as a phrase; undefined when it is valid. */
export function decisionFault(gate: Gate, decision: Decision, time: string): string | undefined {
  const { type, actor_kind, role } = decision;
  const unbound = boundFault(gate, decision);
  if (unbound) return unbound;
  if (type !== "REJECT" && Date.parse(time) >= expiresAtMs(gate)) return "after its expiry";
  if (actor_kind === "system" && type !== "REJECT") return `by the system to ${type}`;
  // A REJECT needs no approver role: cancelling an execution rejects its open gate.
  if (type !== "REJECT" && !gate.approvers.includes(role)) return "by a role that may not decide";
  if (type !== "REJECT" && decision.device !== undefined && gate.devices === "refused")
    return "through a device";
  if (type === "OVERRIDE" && !gate.overridable) return "that overrides a gate that cannot be overridden";
  if ((type === "OVERRIDE") !== (decision.context_delta !== undefined))
    return "whose type and context delta do not match";
  if ((type === "OVERRIDE") !== (decision.context_sha256 !== undefined))
    return "whose type and context digest do not match";
  if (gate.justification === "required" && decision.justification.trim() === "") return "without a reason";
  return undefined;
}

const POLICY = ["id", "version", "sha256"] as const;
