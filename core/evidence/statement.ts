import { z } from "zod";
import { OUTCOMES } from "#core/governance/execution/transition.ts";
import { idSchema, sha256Schema } from "#core/kernel/ids.ts";
import { SIGNAL_FORMAT } from "#core/kernel/ledger/chain.ts";

export const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";

/** A log as the seal states it: number of signals, RFC 6962 root and hash of the last signal. */
export const sealedChainSchema = z.strictObject({
  size: z.number().int().min(1),
  root: sha256Schema,
  head: sha256Schema,
});
export type SealedChain = z.infer<typeof sealedChainSchema>;

/** Members of the predicate of every kind of evidence; each kind adds its own. */
export const predicateShape = {
  version: z.literal(1),
  /** Format of the signals in all logs. Absent: `gantry.signal.v1`. */
  signal_format: z.literal(SIGNAL_FORMAT).optional(),
  tenant: idSchema,
  outcome: z.enum(OUTCOMES),
  events: sealedChainSchema,
  sealed_at: z.iso.datetime(),
} as const;
export type Predicate = z.infer<z.ZodObject<typeof predicateShape>>;

/** The seal: an in-toto Statement v1 whose subjects are the pack's files. */
export interface Statement<P extends Predicate = Predicate> {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[];
  readonly predicateType: string;
  readonly predicate: P;
}

/** The schema of a statement with this predicate. */
export function statementSchema<P extends z.ZodType>(predicateType: string, predicate: P) {
  return z.strictObject({
    _type: z.literal(STATEMENT_TYPE),
    subject: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(200),
          digest: z.strictObject({ sha256: sha256Schema }),
        }),
      )
      .min(1),
    predicateType: z.literal(predicateType),
    predicate,
  });
}
