import { z } from "zod";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { planSchema } from "#core/factory/plan/plan.ts";
import { findBlueprint } from "#local/brain/catalogue.ts";
import { compose } from "#local/brain/compose/compose.ts";
import { bedrockError } from "#local-cloud/bedrock/errors.ts";

export const architectInputSchema = z.object({
  plan: planSchema,
  design_image: z.object({ path: z.string().min(1).max(200) }).nullish(),
});

/** Drafts the app of a confirmed plan. A plan without a matching blueprint is refused. */
export function draft({ plan, design_image }: z.infer<typeof architectInputSchema>): Manifest {
  const blueprint = findBlueprint(plan.kind, plan.stack);
  if (!blueprint)
    throw bedrockError(
      "ValidationException",
      `The offline brain has no blueprint '${plan.kind}' for the stack '${plan.stack}'.`,
    );
  const known = new Set(blueprint.features.map(({ id }) => id));
  const foreign = plan.features.find(({ id, included }) => included && !known.has(id));
  if (foreign)
    throw bedrockError(
      "ValidationException",
      `The blueprint '${plan.kind}' has no feature '${foreign.id}'; the offline brain builds nothing else.`,
    );
  return compose(blueprint, plan, design_image ?? null);
}
