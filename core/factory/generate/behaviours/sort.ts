import { seeIn, select } from "#core/factory/generate/acceptance/steps.ts";
import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { entityOf, FIRST, fieldOf, isListed, openList, plural } from "./places.ts";

type Sort = Extract<Behaviour, { kind: "sort" }>;

/** Types whose examples are ordered as their stored values are. */
const ORDERED: readonly Field["type"][] = [
  ...(["text", "long_text", "email", "location", "time", "date", "date_time"] as const),
  ...(["integer", "decimal", "money", "percent", "rating", "duration"] as const),
];

/** The field by which the order of two example records is known, and which of them is first in it. */
function ordered({ entity: id, fields }: Sort, specification: Specification) {
  const entity = entityOf(specification, id);
  const byName = [entity.display, ...fields].filter((each) => fields.includes(each));
  for (const field of byName.map((each) => fieldOf(specification, id, each))) {
    const [one, other] = [0, 1].map((n) =>
      fieldModule(field.type).example(field, n, { specification, entity }),
    );
    if (!one || !other || !ORDERED.includes(field.type)) continue;
    const [a, b] = [one.value, other.value];
    const comparable = typeof a === typeof b && (typeof a === "number" || typeof a === "string");
    if (comparable && a !== b) return { field: field.id, first: (a as string) < (b as string) ? 0 : 1 };
  }
  return null;
}

export const SORT: BehaviourModule<Sort> = {
  kind: "sort",
  factory: "sort",
  options: ({ fields }) => ({ fields }),
  title: ({ entity }, specification) =>
    planText("titleSort", specification.locale, { plural: plural(specification, entity) }),
  promise: ({ entity }, specification) =>
    isListed(specification, entity)
      ? planText("sort", specification.locale, { plural: plural(specification, entity) })
      : null,
  steps: (behaviour, { specification, form }) => {
    const { entity, fields } = behaviour;
    const steps = form(entity);
    const label = translate("sortLabel", specification.locale);
    const list = openList(specification, entity);
    const known = ordered(behaviour, specification);
    if (!known)
      return [
        ...steps.start(),
        ...steps.create(0),
        ...list,
        select(label, `${fields[0]}:down`),
        seeIn(FIRST, steps.named(0)),
      ];
    const { field, first } = known;
    return [
      ...steps.start(),
      ...steps.create(0, { also: [field] }),
      ...steps.create(1, { also: [field] }),
      ...list,
      select(label, `${field}:up`),
      seeIn(FIRST, steps.named(first)),
      select(label, `${field}:down`),
      seeIn(FIRST, steps.named(1 - first)),
    ];
  },
};
