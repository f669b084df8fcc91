import type { Decision } from "#core/governance/gate/decision.ts";
import {
  approversAfterEscalation,
  escalatesAtMs,
  expiresAtMs,
  type Gate,
  TAKES,
} from "#core/governance/gate/gate.ts";
import { boundFault, decisionFault } from "#core/governance/gate/gate-faults.ts";
import type { GateFacts, GateSignal } from "#core/governance/gate/signals.ts";
import { GantryError } from "#core/kernel/errors.ts";

/**
 * The gate after one more of its signals. Throws IllegalTransition for a signal of another gate, after its end or
 * outside its time limits, and for a decision that is invalid for the current gate.
 */
export function nextGate(gate: Gate | null, signal: GateSignal): Gate {
  if (signal.type === "gantry.gate.opened") {
    if (gate) throw refusal(gate, "is already open");
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
  if (gate?.gate_id !== gate_id) throw refusal({ gate_id }, "is not the subject's current gate");
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
    Date.parse(time) >= escalatesAtMs(gate) &&
    all.length === approvers.length &&
    all.every((role, index) => role === approvers[index]);
  if (!fits) throw refusal(gate, "cannot be escalated now or with these approvers");
  return { ...gate, epoch, approvers, escalated_at: time };
}

function decided(gate: Gate, decision: Decision, time: string): Gate {
  const wrong = decisionFault(gate, decision, time);
  if (wrong) throw refusal(gate, `cannot be decided by a decision ${wrong}`);
  const isOverdue = decision.actor_kind === "system" && Date.parse(time) >= expiresAtMs(gate);
  return { ...gate, state: isOverdue ? "expired" : "resolved", closed_at: time, decision };
}

function allowed(gate: Gate, verdict: GateFacts["gantry.policy.allowed"], time: string): Gate {
  const wrong = boundFault(gate, verdict);
  if (wrong) throw refusal(gate, `cannot be passed by a verdict ${wrong}`);
  const reason = `The policy allows it for the ${verdict.requester_kind} ${verdict.requester}.`;
  return { ...gate, state: "allowed", closed_at: time, reason };
}

function refusal({ gate_id }: Pick<Gate, "gate_id">, why: string): GantryError {
  return new GantryError("IllegalTransition", `The gate ${gate_id} ${why}.`, { detail: { gate_id } });
}
