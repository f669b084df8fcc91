import type { Entries } from "#core/factory/generate/acceptance/candidates.ts";
import { entriesWhere } from "#core/factory/generate/acceptance/entries-where.ts";
import { fill, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { entityOf, fieldOf, isListed, openList, plural } from "./places.ts";

type Budget = Extract<Behaviour, { kind: "budget" }>;

/** What to enter so that a record counts in the month of the test; null if steps cannot. */
function todayEntries({ entity: id, date: field }: Budget, specification: Specification): Entries | null {
  const entity = entityOf(specification, id);
  return entriesWhere([{ field, is: "equal", than: { today: true } }], { specification, entity });
}

export const BUDGET: BehaviourModule<Budget> = {
  kind: "budget",
  factory: "budget",
  options: ({ field, date }) => ({ field, date }),
  title: ({ entity }, specification) =>
    planText("titleBudget", specification.locale, { plural: plural(specification, entity) }),
  promise: (behaviour, specification) =>
    isListed(specification, behaviour.entity) && todayEntries(behaviour, specification)
      ? planText("budget", specification.locale, { plural: plural(specification, behaviour.entity) })
      : null,
  steps: (behaviour, { specification, form }) => {
    const { locale } = specification;
    const { entity, field } = behaviour;
    const steps = form(entity);
    const entries = todayEntries(behaviour, specification);
    if (!entries) return [];
    const over = translate("budgetOver", locale, { amount: "" }).trim();
    return [
      ...steps.start(),
      ...steps.create(0, { also: [field, ...entries.keys()], entries }),
      ...openList(specification, entity),
      fill({ css: `#budget-${entity}` }, leastAmount(behaviour, specification)),
      seeIn(".budget", over),
    ];
  },
};

/** The smallest amount of the currency, as people write it. */
function leastAmount({ entity: id, field }: Budget, specification: Specification): string {
  const place = { specification, entity: entityOf(specification, id) };
  return fieldModule("money").numbered?.(fieldOf(specification, id, field), 1, place).shown ?? "";
}
