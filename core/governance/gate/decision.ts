import { z } from "zod";
import { contextDeltaSchema } from "#core/governance/gate/context-delta.ts";
import { gateTerms } from "#core/governance/gate/terms.ts";
import { idSchema, sha256Schema } from "#core/kernel/ids.ts";
import { text } from "#core/kernel/text.ts";

export const DECISION_TYPES = ["APPROVE", "REJECT", "OVERRIDE"] as const;
export type DecisionType = (typeof DECISION_TYPES)[number];

/** What a decision is about when it is not what its gate showed: the person's own words and settings. */
const basisSchema = z.strictObject({
  kind: z.literal("words"),
  words_sha256: sha256Schema,
  deploy: z.boolean(),
  publish: z.boolean(),
});
export type DecisionBasis = Readonly<z.infer<typeof basisSchema>>;

/**
 * The single verdict on a gate: by a person, or REJECT by the system. It is bound to what the person saw
 * (`snapshot_sha256`), to the approvers at that time (`epoch`) and to the policy that required it.
 */
export const decisionSchema = z.strictObject({
  decision_id: idSchema,
  gate_id: idSchema,
  /** Name of the gate: `build.confirm`. */
  gate: idSchema,
  /** The execution that it continues, ends or starts; null when there is none. */
  execution_id: idSchema.nullable(),
  type: z.enum(DECISION_TYPES),
  actor: idSchema,
  actor_kind: z.enum(["human", "system"]),
  /** The role that entitled the actor to decide. */
  role: z.string().min(1),
  /** Digest of all roles that the actor had at that time; null for the system. */
  roles_revision: sha256Schema.nullable(),
  /** When and how (`amr`) the actor authenticated; null and empty for the system. */
  auth_time: z.iso.datetime().nullable(),
  amr: z.array(z.string().min(1)).readonly(),
  /** The personal device through which the person decided. */
  device: idSchema.optional(),
  /** The person's words, or the reason of the system. */
  justification: text().max(8000),
  snapshot_sha256: sha256Schema,
  /** Only of a request that is itself the decision; `snapshot_sha256` is then the digest of its canonical JSON. */
  basis: basisSchema.optional(),
  policy: gateTerms.policy,
  epoch: z.number().int().min(1),
  /** Only for OVERRIDE: the changes of the context, and the digest of the changed context. */
  context_delta: contextDeltaSchema.optional(),
  context_sha256: sha256Schema.optional(),
});
export type Decision = Readonly<z.infer<typeof decisionSchema>>;
