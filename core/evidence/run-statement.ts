import { z } from "zod";
import { predicateShape, type Statement, statementSchema } from "#core/evidence/statement.ts";
import { workflowSchema } from "#core/governance/execution/workflow-ref.ts";
import { idSchema } from "#core/kernel/ids.ts";

export const RUN_PREDICATE_TYPE = "https://gantry.dev/execution-evidence/v1";

const runPredicateSchema = z.strictObject({
  ...predicateShape,
  execution_id: idSchema,
  workflow: workflowSchema,
  error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
});
export type RunPredicate = z.infer<typeof runPredicateSchema>;
export type RunStatement = Statement<RunPredicate>;

export const runStatementSchema = statementSchema(RUN_PREDICATE_TYPE, runPredicateSchema);
