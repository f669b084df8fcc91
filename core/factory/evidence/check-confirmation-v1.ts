import { Refusal } from "#core/evidence/verdict.ts";
import { CONFIRM_GATE } from "#core/factory/conversation/confirm-gate.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import type { AnySignal } from "#core/kernel/ledger/signal-v1.ts";

/** A decision in logs of format v1, which has no gate signals. */
interface DecisionV1 {
  readonly gate: string;
  readonly verdict: "APPROVE" | "REJECT" | "OVERRIDE";
  readonly actor: string;
  readonly snapshot_sha256: string;
  readonly mission_id: string;
}

/** The chain must have exactly one decision, which is a person's approval of the mission's plan. */
export function requireConfirmationV1(
  mission: Mission,
  events: readonly AnySignal[],
  chain: readonly AnySignal[],
): void {
  const [signal, ...more] = chain.filter(({ type }) => type === "gantry.decision.recorded");
  if (!signal || more.length > 0)
    throw new Refusal(
      "DECISION_WRONG",
      `There must be exactly one decision; there are ${signal ? more.length + 1 : 0}.`,
    );
  const decision = signal.data as unknown as DecisionV1;
  const fits =
    decision.gate === CONFIRM_GATE &&
    decision.verdict === "APPROVE" &&
    decision.actor === signal.authid &&
    decision.snapshot_sha256 === mission.plan_hash &&
    decision.mission_id === mission.id &&
    [signal, events[0]].every((fact) => fact?.actorkind === "human");
  if (!fits)
    throw new Refusal("DECISION_WRONG", "The decision is not a person's approval of this mission's plan.");
}
