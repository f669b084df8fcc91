import { draftFaults } from "#core/factory/draft/draft-faults.ts";
import { GENERATOR } from "#core/factory/generate/author.ts";
import { generateApp } from "#core/factory/generate/generate.ts";
import type { Library, WithLibrary } from "#core/factory/generate/library.ts";
import { generateSite } from "#core/factory/generate/site/site.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { Planned } from "#core/factory/specification/planned.ts";
import type { FirstDraft } from "#core/factory/steps/first-draft.ts";
import { GantryError } from "#core/kernel/errors.ts";

type GeneratedPlan = Plan & { readonly specification: Planned };

/**
 * Generates the draft of an app from the specification of its plan, without a model. Throws Internal when the draft
 * breaks a rule for drafts, because that is a defect of the generator.
 */
export async function generateDraft({ library }: WithLibrary, plan: GeneratedPlan): Promise<FirstDraft> {
  const manifest = generate(plan, await library());
  const [fault] = draftFaults({ plan, manifest, before: null });
  if (fault !== undefined)
    throw new GantryError("Internal", `The draft that was generated breaks a rule: ${fault}`);
  return { manifest, by: GENERATOR, actor: { kind: "system", id: GENERATOR }, calls: [] };
}

function generate({ specification, ...plan }: GeneratedPlan, library: Library): Manifest {
  return specification.kind === "site"
    ? generateSite({ ...plan, specification }, library)
    : generateApp({ ...plan, specification }, library);
}
