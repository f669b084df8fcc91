import { z } from "zod";
import { sha256Schema } from "#core/kernel/ids.ts";
import { signalSchema } from "#core/kernel/ledger/signal.ts";
import { signalV1Schema } from "#core/kernel/ledger/signal-v1.ts";

/** A line of a log in format v1 or v2. Data that may be withheld is replaced by its digest. */
export const sealedSignalSchema = z.union([
  signalV1Schema,
  signalSchema.omit({ datadigest: true, datasalt: true }),
  signalSchema.omit({ data: true, datasalt: true }).extend({ datadigest: sha256Schema }),
]);
export type SealedSignal = z.infer<typeof sealedSignalSchema>;
