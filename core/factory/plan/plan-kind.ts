import type { Proposal } from "#core/factory/plan/plan.ts";
import { isLanguageModel } from "#core/model/capabilities.ts";

/**
 * The kind of a proposed plan, by the `architect` who is to draft it. Only the offline brain has blueprints: for a language
 * model, whatever was proposed, a plan is of the kind of its specification, or a design by a model. The consultant's model
 * does not tell, because the brain can stand behind the id of any. The kind is nothing that a person is shown, so that it is
 * corrected and does not go back.
 */
export const planKind = (
  { kind, specification }: Pick<Proposal, "kind" | "specification">,
  architect: string,
) => (isLanguageModel(architect) ? (specification?.kind ?? "custom") : kind);
