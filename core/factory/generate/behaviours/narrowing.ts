import { fill, notSee, see, seeIn, select } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { entityOf, fieldOf, isListed, openList, plural } from "./places.ts";

type Of<Kind extends Behaviour["kind"]> = Extract<Behaviour, { kind: Kind }>;

/** The first record of a list. */
const FIRST = "[data-record]:first-child";

/** Whether the records can be found by what names them. */
const byName = ({ entity, fields }: { entity: string; fields: string[] }, specification: Specification) =>
  isListed(specification, entity) && fields.includes(entityOf(specification, entity).display);

export const SEARCH: BehaviourModule<Of<"search">> = {
  kind: "search",
  factory: "search",
  options: ({ fields }) => ({ fields }),
  title: ({ entity }, specification) =>
    planText("titleSearch", specification.locale, { plural: plural(specification, entity) }),
  promise: (behaviour, specification) =>
    byName(behaviour, specification)
      ? planText("search", specification.locale, { plural: plural(specification, behaviour.entity) })
      : null,
  steps: ({ entity }, { specification, form }) => {
    const steps = form(entity);
    const label = translate("searchLabel", specification.locale, { plural: plural(specification, entity) });
    return [
      ...steps.start(),
      ...steps.create(0),
      ...steps.create(1),
      ...openList(specification, entity),
      // In place of what is not seen, because a filter can list the names of all records.
      fill({ label }, steps.named(0)),
      seeIn(FIRST, steps.named(0)),
      fill({ label }, steps.named(1)),
      seeIn(FIRST, steps.named(1)),
    ];
  },
};

export const SORT: BehaviourModule<Of<"sort">> = {
  kind: "sort",
  factory: "sort",
  options: ({ fields }) => ({ fields }),
  title: ({ entity }, specification) =>
    planText("titleSort", specification.locale, { plural: plural(specification, entity) }),
  promise: (behaviour, specification) =>
    byName(behaviour, specification)
      ? planText("sort", specification.locale, { plural: plural(specification, behaviour.entity) })
      : null,
  steps: ({ entity }, { specification, form }) => {
    const steps = form(entity);
    const { display } = entityOf(specification, entity);
    return [
      ...steps.start(),
      ...steps.create(0),
      ...steps.create(1),
      ...openList(specification, entity),
      select(translate("sortLabel", specification.locale), `${display}:up`),
      seeIn(FIRST, steps.named(0)),
      select(translate("sortLabel", specification.locale), `${display}:down`),
      seeIn(FIRST, steps.named(1)),
    ];
  },
};

/** The first of the fields whose options tell two example records apart. */
function telling({ entity, fields }: Of<"filter">, specification: Specification) {
  return fields
    .map((id) => fieldOf(specification, entity, id))
    .find(({ type, options }) => type === "choice" && (options?.length ?? 0) > 1);
}

export const FILTER: BehaviourModule<Of<"filter">> = {
  kind: "filter",
  factory: "filter",
  options: ({ fields }) => ({ fields }),
  title: ({ entity, fields }, specification) =>
    planText("titleFilter", specification.locale, {
      plural: plural(specification, entity),
      fields: fields.map((id) => fieldOf(specification, entity, id).name).join(", "),
    }),
  promise: (behaviour, specification) => {
    const field = telling(behaviour, specification);
    const listed = field && isListed(specification, behaviour.entity);
    const values = { plural: plural(specification, behaviour.entity), field: field?.name ?? "" };
    return listed ? planText("filter", specification.locale, values) : null;
  },
  steps: (behaviour, { specification, form }) => {
    const steps = form(behaviour.entity);
    const field = telling(behaviour, specification);
    if (!field) return [];
    const option = field.options?.find(({ name }) => name === steps.example(field.id, 0)?.shown);
    const also = [field.id];
    return [
      ...steps.start(),
      ...steps.create(0, { also }),
      ...steps.create(1, { also }),
      ...openList(specification, behaviour.entity),
      select(field.name, option?.id ?? ""),
      notSee(steps.named(1)),
      see(steps.named(0)),
    ];
  },
};
