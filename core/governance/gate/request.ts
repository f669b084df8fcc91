import { z } from "zod";
import { ESCALATES_LATE, escalatesInTime, gateTerms } from "#core/governance/gate/terms.ts";
import { jsonSchema } from "#core/kernel/json.ts";

/** A request for a decision: the terms of the gate, with what the person decides on. */
export const gateRequestSchema = z
  .strictObject({
    ...gateTerms,
    /** Exactly what the person decides on, as JSON; stored in canonical form as an artifact. */
    snapshot: jsonSchema,
  })
  .refine(escalatesInTime, ESCALATES_LATE);
export type GateRequest = z.input<typeof gateRequestSchema>;
