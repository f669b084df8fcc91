import type { ExecutionState } from "#core/governance/execution/states.ts";
import type { Transition } from "#core/governance/execution/transition.ts";
import type { DecisionType } from "#core/governance/gate/decision.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** The state that each type of decision takes a waiting execution to. */
export const DECIDED_STATE = {
  APPROVE: "APPROVED",
  REJECT: "REJECTED",
  OVERRIDE: "OVERRIDDEN",
} as const satisfies Readonly<Record<DecisionType, ExecutionState>>;

const AT_GATE: ReadonlySet<ExecutionState> = new Set(["WAITING_FOR_HUMAN", ...Object.values(DECIDED_STATE)]);

/** Whether an execution in this state waits at a gate or has not yet resumed after the decision. */
export const isAtGate = (state: ExecutionState): boolean => AT_GATE.has(state);

/**
 * Throws IllegalTransition unless the gate permits the transition: an execution waits only at an open gate, leaves it
 * only as its decision says, and makes no other transition while the gate is open.
 */
export function requireGateFor({ from, to }: Transition, gate: Gate | null): void {
  const allowed =
    to === "WAITING_FOR_HUMAN"
      ? gate?.state === "open"
      : from === "WAITING_FOR_HUMAN"
        ? gate?.decision != null && DECIDED_STATE[gate.decision.type] === to
        : gate?.state !== "open";
  if (allowed) return;
  const why =
    gate?.state === "open" ? `the gate ${gate.gate_id} is open` : "there is no gate with that decision";
  throw new GantryError("IllegalTransition", `An execution cannot go from ${from} to ${to}: ${why}.`, {
    detail: { from, to, gate_id: gate?.gate_id ?? null },
  });
}
