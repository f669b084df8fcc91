import { featuresOf } from "#core/factory/generate/features.ts";
import { promisesOf } from "#core/factory/generate/generate.ts";
import { siteAcceptances, siteFeatures } from "#core/factory/generate/site/promises.ts";
import { MAX_FEATURES, type Proposal } from "#core/factory/plan/plan.ts";
import type { Planned } from "#core/factory/specification/planned.ts";

/**
 * The proposal with the promises and features of the app that is generated from its specification, so that the plan
 * promises exactly what is tested, whoever wrote it. Features that were left out stay. Unchanged without a
 * specification.
 */
export function withPromises(proposal: Proposal): Proposal {
  const { specification } = proposal;
  if (!specification) return proposal;
  const { features, acceptance } = offeredBy(specification);
  const ids = new Set(features.map(({ id }) => id));
  const leftOut = proposal.features.filter(({ id, included }) => !included && !ids.has(id));
  return {
    ...proposal,
    features: [...features, ...leftOut].slice(0, MAX_FEATURES),
    acceptance,
  };
}

/** The features of the app that is generated from a specification, and what is promised of it. */
export function offeredBy(specification: Planned) {
  if (specification.kind === "app")
    return { features: featuresOf(specification), acceptance: promisesOf(specification) };
  return {
    features: siteFeatures(specification),
    acceptance: siteAcceptances(specification).map(({ name }) => name),
  };
}
