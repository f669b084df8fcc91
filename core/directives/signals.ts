import { z } from "zod";
import { DIRECTIVE_STATES } from "#core/directives/directive.ts";

/** Facts about the tools that an execution calls, and what each one says. The keys are the signal types. */
export const DIRECTIVE_FACTS = {
  "gantry.directive.changed": z.strictObject({
    directive: z.string(),
    tool: z.string(),
    state: z.enum(DIRECTIVE_STATES),
    attempt: z.number().int(),
    args_sha256: z.string(),
    idempotency_key: z.string(),
    decision: z.string().optional().describe("The decision by which it stopped awaiting one."),
  }),
  /** A tool read something. What has effects is a directive. */
  "gantry.tool.called": z.strictObject({
    tool: z.string(),
    args_sha256: z.string(),
    result_sha256: z.string(),
  }),
} as const;
