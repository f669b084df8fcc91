import type { Decision } from "#core/governance/gate/decision.ts";
import { expiresAtMs, type Gate } from "#core/governance/gate/gate.ts";

/** Why what closes a gate is not about it as it is; undefined where it is. */
export function boundFault(
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
export function decisionFault(gate: Gate, decision: Decision, time: string): string | undefined {
  const { type, actor_kind, role } = decision;
  const unbound = boundFault(gate, decision);
  if (unbound) return unbound;
  if (type !== "REJECT" && Date.parse(time) >= expiresAtMs(gate)) return "after its time";
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
