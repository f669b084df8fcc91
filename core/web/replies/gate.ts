import { z } from "zod";
import { decisionSchema } from "#core/governance/gate/decision.ts";
import { GATE_STATES } from "#core/governance/gate/gate.ts";
import { approversSchema, gateTerms } from "#core/governance/gate/terms.ts";
import { id, next_cursor, sha256, time } from "#core/web/replies/parts.ts";

/** An example of a gate's id. */
const EXAMPLE = "conversation.c_01m4q3xk90000000000000000.1";

const gateId = id.meta({ description: "The gate's id.", examples: [EXAMPLE] });

export const decision = decisionSchema.meta({
  id: "Decision",
  description: "The single verdict on a gate: by a person, or REJECT by the system.",
});

export const gate = z
  .object({
    gate_id: gateId,
    name: id.describe(
      "The kind of decision: `build.confirm` is the confirmation of a plan, `build.words` the approval of a direct build.",
    ),
    title: z.string(),
    state: z.enum(GATE_STATES).describe("`open` until it is decided, expires, or is withdrawn (`void`)."),
    epoch: z
      .number()
      .int()
      .describe("Increases with each escalation. A decision contains the epoch that was shown."),
    execution_id: id.nullable().describe("The execution that waits at the gate."),
    conversation_id: id.nullable().describe("The consultation that the gate belongs to."),
    approvers: approversSchema.describe("Any person with one of these roles may decide."),
    may_decide: z.boolean().describe("Whether you may decide with your current login."),
    justification: gateTerms.justification.describe("`required`: a decision must state a reason."),
    devices: gateTerms.devices.describe("Whether a decision through a personal device counts."),
    overridable: gateTerms.overridable.describe("Whether OVERRIDE is possible."),
    snapshot_sha256: sha256.describe("Digest of the snapshot to decide on."),
    policy: gateTerms.policy.describe("The policy that requires the decision."),
    opened_at: time,
    escalates_at: time
      .nullable()
      .describe("When more roles may decide; null if the gate is already escalated or never will be."),
    expires_at: time.describe("When the system rejects automatically."),
    closed_at: time.nullable(),
    reason: z.string().nullable().describe("Why it was voided."),
    decision: decision.nullable(),
  })
  .meta({
    id: "Gate",
    description: "A request for one decision by a person; the execution or consultation waits for it.",
  });

export const gateWithSnapshot = gate
  .extend({
    snapshot: z
      .string()
      .describe("What to decide on, as canonical JSON with the SHA-256 digest `snapshot_sha256`."),
  })
  .meta({ id: "GateWithSnapshot", description: "A gate with its snapshot." });

export const gateList = z
  .object({ gates: z.array(gate), next_cursor })
  .meta({ id: "GateList", description: "One page of gates, newest first." });
