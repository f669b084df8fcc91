import { fill, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { fieldOf, isListed, openList, plural } from "./places.ts";

/** The amount of the acceptance, below that of any example. */
const LITTLE = "0.5";

export const BUDGET: BehaviourModule<Extract<Behaviour, { kind: "budget" }>> = {
  kind: "budget",
  factory: "budget",
  options: ({ field, date }) => ({ field, date }),
  title: ({ entity }, specification) =>
    planText("titleBudget", specification.locale, { plural: plural(specification, entity) }),
  promise: ({ entity, date }, specification) =>
    // A date that a step fills in lies in one month, and the test runs in any.
    isListed(specification, entity) && fieldOf(specification, entity, date).default === "today"
      ? planText("budget", specification.locale, { plural: plural(specification, entity) })
      : null,
  steps: ({ entity, field, date }, { specification, form }) => {
    const { locale } = specification;
    const steps = form(entity);
    // The date stays as the form proposes it: today.
    const entries = new Map([[date, { steps: [], shown: null }]]);
    const over = translate("budgetOver", locale, { amount: "" }).trim();
    return [
      ...steps.start(),
      ...steps.create(0, { also: [field], entries }),
      ...openList(specification, entity),
      fill({ css: `#budget-${entity}` }, LITTLE),
      seeIn(".budget", over),
    ];
  },
};
