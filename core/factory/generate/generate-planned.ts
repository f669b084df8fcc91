import { generateApp } from "#core/factory/generate/generate.ts";
import type { Library } from "#core/factory/generate/library.ts";
import { generateSite } from "#core/factory/generate/site/site.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { Planned } from "#core/factory/specification/planned.ts";

export type GeneratedPlan = Plan & { readonly specification: Planned };

/** Generates what a plan with a specification describes: an app, or a site. */
export function generatePlanned({ specification, ...plan }: GeneratedPlan, library: Library): Manifest {
  return specification.kind === "site"
    ? generateSite({ ...plan, specification }, library)
    : generateApp({ ...plan, specification }, library);
}
