import { draftFaults } from "#core/factory/draft/draft-faults.ts";
import { GENERATOR } from "#core/factory/generate/author.ts";
import { type GeneratedPlan, generatePlanned } from "#core/factory/generate/generate-planned.ts";
import type { WithLibrary } from "#core/factory/generate/library.ts";
import type { FirstDraft } from "#core/factory/steps/first-draft.ts";
import { GantryError } from "#core/kernel/errors.ts";

/**
 * Generates the draft of an app from the specification of its plan, without a model. Throws Internal when the draft
 * breaks a rule for drafts, because that is a defect of the generator.
 */
export async function generateDraft({ library }: WithLibrary, plan: GeneratedPlan): Promise<FirstDraft> {
  const manifest = generatePlanned(plan, await library());
  const [fault] = draftFaults({ plan, manifest, before: null });
  if (fault !== undefined)
    throw new GantryError("Internal", `The draft that was generated breaks a rule: ${fault}`);
  return { manifest, by: GENERATOR, actor: { kind: "system", id: GENERATOR }, calls: [] };
}
