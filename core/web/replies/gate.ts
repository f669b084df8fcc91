import { z } from "zod";
import { decisionSchema } from "#core/governance/gate/decision.ts";
import { GATE_STATES } from "#core/governance/gate/gate.ts";
import { approversSchema, gateTerms } from "#core/governance/gate/request.ts";
import { id, next_cursor, sha256, time } from "#core/web/replies/parts.ts";

/** An id as gates have it, for examples. */
const EXAMPLE = "conversation.c_01m4q3xk90000000000000000.1";

const gateId = id.meta({ description: "The gate's id.", examples: [EXAMPLE] });

export const decision = decisionSchema.meta({
  id: "Decision",
  description: "A verdict on one gate, made once: by a person, or REJECT by the system.",
});

export const gate = z
  .object({
    gate_id: gateId,
    name: id.describe("The kind of decision: `build.confirm` is the confirmation of a plan."),
    title: z.string(),
    state: z
      .enum(GATE_STATES)
      .describe("`open` until it is decided, expires, or its question is no longer asked (`void`)."),
    epoch: z
      .number()
      .int()
      .describe("Grows with each escalation. A decision names the one that it was made at."),
    execution_id: id.nullable().describe("The execution that waits at it."),
    conversation_id: id.nullable().describe("The consultation that it is on."),
    approvers: approversSchema.describe("Any person with one of these roles may decide."),
    may_decide: z.boolean().describe("Whether you may, the way you are logged in."),
    justification: gateTerms.justification.describe("`required`: a decision says why."),
    devices: gateTerms.devices.describe("Whether a decision through a personal device counts."),
    overridable: gateTerms.overridable.describe("Whether OVERRIDE is possible."),
    snapshot_sha256: sha256.describe("Digest of what a decision is on."),
    policy: gateTerms.policy.describe("The policy that asks for the decision."),
    opened_at: time,
    escalates_at: time
      .nullable()
      .describe("When more people may decide; null when that is over, or never comes."),
    expires_at: time.describe("When the system rejects."),
    closed_at: time.nullable(),
    reason: z.string().nullable().describe("Why it was voided."),
    decision: decision.nullable(),
  })
  .meta({ id: "Gate", description: "A question to people that holds up what asked it, until one decision." });

export const gateWithSnapshot = gate
  .extend({
    snapshot: z
      .string()
      .describe("Exactly what a decision is on: canonical JSON, whose SHA-256 is `snapshot_sha256`."),
  })
  .meta({ id: "GateWithSnapshot", description: "A gate, with what is to be decided on." });

export const gateList = z
  .object({ gates: z.array(gate), next_cursor })
  .meta({ id: "GateList", description: "One page of gates, newest first." });
