import { z } from "zod";
import { DIRECTIVE_STATES } from "#core/directives/directive.ts";

/** Signals about the tools that an execution calls: the schema of their data by signal type. */
export const DIRECTIVE_FACTS = {
  "gantry.directive.changed": z.strictObject({
    directive: z.string(),
    tool: z.string(),
    state: z.enum(DIRECTIVE_STATES),
    attempt: z.number().int(),
    args_sha256: z.string(),
    idempotency_key: z.string(),
    decision: z.string().optional().describe("Id of the decision that ended awaiting_decision."),
  }),
  /** A call of a read tool. Calls with effects are directives. */
  "gantry.tool.called": z.strictObject({
    tool: z.string(),
    args_sha256: z.string(),
    result_sha256: z.string(),
  }),
} as const;
