import type { Proposal } from "#core/factory/plan/plan.ts";
import { isLanguageModel } from "#core/model/capabilities.ts";

/**
 * The kind of the plan that a model proposes. Only the offline brain has blueprints: whatever a language model writes
 * here, its plan is of the kind of its specification, or a design by a model. The kind is nothing that a person is shown,
 * so that it is corrected and does not go back.
 */
export const planKind = ({ kind, specification }: Pick<Proposal, "kind" | "specification">, model: string) =>
  isLanguageModel(model) ? (specification?.kind ?? "custom") : kind;
