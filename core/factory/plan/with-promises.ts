import { featuresOf } from "#core/factory/generate/features.ts";
import { promisesOf } from "#core/factory/generate/generate.ts";
import { MAX_FEATURES, type Proposal } from "#core/factory/plan/plan.ts";

/**
 * The proposal with the promises and features of the app that is generated from its specification, so that the plan
 * promises exactly what is tested, whoever wrote it. Features that were left out stay. Unchanged without a
 * specification.
 */
export function withPromises(proposal: Proposal): Proposal {
  const { specification } = proposal;
  if (!specification) return proposal;
  const features = featuresOf(specification);
  const ids = new Set(features.map(({ id }) => id));
  const leftOut = proposal.features.filter(({ id, included }) => !included && !ids.has(id));
  return {
    ...proposal,
    features: [...features, ...leftOut].slice(0, MAX_FEATURES),
    acceptance: promisesOf(specification),
  };
}
