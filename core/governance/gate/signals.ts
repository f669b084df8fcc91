import { z } from "zod";
import { decisionSchema } from "#core/governance/gate/decision.ts";
import { approversSchema, gateTerms } from "#core/governance/gate/terms.ts";
import { idSchema, sha256Schema } from "#core/kernel/ids.ts";
import { text } from "#core/kernel/text.ts";

/** Signals of gates, on the chain of the gate's subject: the schema of their data by signal type. */
export const GATE_FACTS = {
  "gantry.gate.opened": z.strictObject({ gate_id: idSchema, ...gateTerms, snapshot_sha256: sha256Schema }),
  "gantry.gate.escalated": z.strictObject({
    gate_id: idSchema,
    /** The new epoch; a decision for the previous one no longer counts. */
    epoch: z.number().int().min(2),
    /** All roles that may decide from now on. */
    approvers: approversSchema,
  }),
  "gantry.gate.voided": z.strictObject({ gate_id: idSchema, reason: text().max(200) }),
  "gantry.decision.recorded": decisionSchema,
  /** The policy allowed a machine's request to pass the gate without a decision. */
  "gantry.policy.allowed": z.strictObject({
    gate_id: idSchema,
    /** Name of the gate: `build.confirm`. */
    gate: idSchema,
    epoch: z.number().int().min(1),
    /** The execution that it starts. */
    execution_id: idSchema,
    snapshot_sha256: sha256Schema,
    policy: gateTerms.policy,
    requester: idSchema,
    requester_kind: z.enum(["service", "agent"]),
    /** The words of the request. */
    words: text().max(8000),
  }),
} as const;

type GateFact = keyof typeof GATE_FACTS;
export type GateFacts = { [F in GateFact]: z.infer<(typeof GATE_FACTS)[F]> };

/** A signal about a gate; its type determines its data. */
export type GateSignal = { [F in GateFact]: { type: F; time: string; data: GateFacts[F] } }[GateFact];

export function isGateSignal(signal: { readonly type: string }): signal is GateSignal {
  return Object.hasOwn(GATE_FACTS, signal.type);
}
