import { planWorkflow } from "#core/factory/plan/plan-workflow.ts";
import type { InlineWorkflow, InlineWorkflows } from "#core/workflows/inline/inline.ts";

type Services = Parameters<typeof planWorkflow.work>[0];

const ROWS: readonly InlineWorkflow<Services>[] = [planWorkflow];

/** All workflows on the machine `inline`, by id. */
export const INLINE_WORKFLOWS: InlineWorkflows<Services> = new Map(
  ROWS.map((row) => [row.definition.id, row]),
);
