import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { fill, seeIn, select } from "#core/factory/generate/acceptance/steps.ts";
import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Field } from "#core/factory/specification/field.ts";
import { listingOf } from "#core/factory/specification/listing.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { entityOf, fieldOf, isListed, openList, plural } from "./places.ts";

type Of<Kind extends Behaviour["kind"]> = Extract<Behaviour, { kind: Kind }>;

/** The first record of a list. */
const FIRST = "[data-record]:first-child";

/** Whether the records can be found by what names them. */
const byName = ({ entity, fields }: { entity: string; fields: string[] }, specification: Specification) =>
  isListed(specification, entity) && fields.includes(entityOf(specification, entity).display);

/** A field by which a search can tell two example records apart, its texts, and whether the list of records shows them. */
function searched({ entity: id, fields }: Of<"search">, specification: Specification) {
  const listing = listingOf(specification, id);
  const entity = entityOf(specification, id);
  const listed = new Set([entity.display, ...(listing && "fields" in listing ? listing.fields : [])]);
  const ordered = [...listed, ...fields].filter((each) => listing && fields.includes(each));
  for (const field of ordered.map((each) => fieldOf(specification, id, each))) {
    const [one, other] = [0, 1].map(
      (n) => fieldModule(field.type).example(field, n, { specification, entity })?.shown,
    );
    if (one && other && one !== other && !field.reference)
      return { field: field.id, words: [one, other], listed: listed.has(field.id) };
  }
  return null;
}

export const SEARCH: BehaviourModule<Of<"search">> = {
  kind: "search",
  factory: "search",
  options: ({ fields }) => ({ fields }),
  title: ({ entity }, specification) =>
    planText("titleSearch", specification.locale, { plural: plural(specification, entity) }),
  promise: (behaviour, specification) =>
    searched(behaviour, specification)
      ? planText("search", specification.locale, { plural: plural(specification, behaviour.entity) })
      : null,
  steps: (behaviour, { specification, form }) => {
    const { entity } = behaviour;
    const steps = form(entity);
    const label = translate("searchLabel", specification.locale, { plural: plural(specification, entity) });
    const found = searched(behaviour, specification);
    if (!found) return [];
    const also = [found.field];
    const one = translate("countOf", specification.locale, { count: 2, shown: 1 });
    return [
      ...steps.start(),
      ...steps.create(0, { also }),
      ...steps.create(1, { also }),
      ...openList(specification, entity),
      // In place of what is not seen, because a filter can list the names of all records.
      ...found.words.flatMap((word) => [
        fill({ label }, word),
        found.listed ? seeIn(FIRST, word) : seeIn(".count", one),
      ]),
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

/** The option of a filter that shows the record of an example; null for a type whose options depend on the day or are no texts. */
function optionOf(field: Field, n: number, entity: Entity, specification: Specification): string | null {
  const example = fieldModule(field.type).example(field, n, { specification, entity });
  const [value] = [example?.value].flat();
  if (field.type === "boolean") return value === true ? "yes" : "no";
  if (field.type === "choice" || field.type === "choices") return typeof value === "string" ? value : null;
  return field.type === "tags" || field.type === "text" ? `=${example?.shown}` : null;
}

/** The first of the fields whose options tell two example records apart, with the options of both. */
function choiceOf({ entity: id, fields }: Of<"filter">, specification: Specification) {
  const entity = entityOf(specification, id);
  // Records that are named by what they refer to have the same name.
  if (fieldOf(specification, id, entity.display).reference) return null;
  for (const field of fields.map((each) => fieldOf(specification, id, each))) {
    const [one, other] = [0, 1].map((n) => optionOf(field, n, entity, specification));
    if (one && other && one !== other) return { field, values: [one, other] };
  }
  return null;
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
    const choice = choiceOf(behaviour, specification);
    if (!choice || !isListed(specification, behaviour.entity)) return null;
    return planText("filter", specification.locale, {
      plural: plural(specification, behaviour.entity),
      field: choice.field.name,
    });
  },
  steps: (behaviour, { specification, form }) => {
    const { entity } = behaviour;
    const steps = form(entity);
    const choice = choiceOf(behaviour, specification);
    if (!choice) return [];
    const { field, values } = choice;
    const target = { css: `#${entity}-filter-${field.id}` };
    return [
      ...steps.start(),
      ...steps.create(0, { also: [field.id] }),
      ...steps.create(1, { also: [field.id] }),
      ...openList(specification, entity),
      ...values.flatMap((value, n): AcceptanceStep[] => [
        { do: "select", target, value },
        seeIn(FIRST, steps.named(n)),
      ]),
    ];
  },
};
