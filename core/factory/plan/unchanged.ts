import type { Plan } from "#core/factory/plan/plan.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";

/**
 * Whether a plan is the one before it, although something was said in between: what will be built is the same, and
 * every new word in its ledger asks for nothing, such as "thanks". A plan without a ledger does not tell; an app that a
 * model drafts is another one, because the architect reads every message.
 */
export const isUnchanged = (plan: Plan, before: Plan): boolean =>
  plan.ledger !== undefined &&
  !isDrafted(plan) &&
  canonicalJson(substanceOf(plan)) === canonicalJson(substanceOf(before));

/** Whether a model writes files of the app. */
function isDrafted({ specification, kind }: Plan): boolean {
  if (!specification) return kind === "custom";
  return specification.kind === "app" && specification.custom !== undefined;
}

/** A plan without the words that led to it. */
function substanceOf({ request, ledger = [], ...built }: Plan) {
  return { ...built, asked: ledger.filter(({ outcome }) => outcome !== "context") };
}
