import { z } from "zod";
import { FINAL_PHASES } from "#core/factory/mission/phase.ts";
import { OUTCOMES } from "#core/governance/execution/transition.ts";
import { idSchema, sha256Schema } from "#core/kernel/ids.ts";
import { SIGNAL_FORMAT } from "#core/kernel/ledger/chain.ts";

export const PREDICATE_TYPE = "https://gantry.dev/mission-evidence/v1";

const chainSchema = z.strictObject({ size: z.number().int().min(1), root: sha256Schema, head: sha256Schema });

/** The seal: an in-toto Statement v1 whose subjects are the pack's files. */
export const statementSchema = z.strictObject({
  _type: z.literal("https://in-toto.io/Statement/v1"),
  subject: z
    .array(
      z.strictObject({ name: z.string().min(1).max(200), digest: z.strictObject({ sha256: sha256Schema }) }),
    )
    .min(1),
  predicateType: z.literal(PREDICATE_TYPE),
  predicate: z.strictObject({
    version: z.literal(1),
    /** Format of the signals in both logs. Absent: the first one, `gantry.signal.v1`. */
    signal_format: z.literal(SIGNAL_FORMAT).optional(),
    tenant: idSchema,
    mission_id: idSchema,
    outcome: z.enum(OUTCOMES),
    phase: z.enum(FINAL_PHASES),
    error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    plan_hash: sha256Schema,
    events: chainSchema,
    consultation: chainSchema,
    source: z.strictObject({ sha256: sha256Schema, git_tree: z.string() }).nullable(),
    output_sha256: sha256Schema.nullable(),
    sealed_at: z.iso.datetime(),
  }),
});
export type Statement = z.infer<typeof statementSchema>;
