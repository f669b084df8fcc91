import { fill, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import { listingOf } from "#core/factory/specification/listing.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { entityOf, FIRST, fieldOf, isListed, openList, plural } from "./places.ts";

type Search = Extract<Behaviour, { kind: "search" }>;

/** What no example contains. */
const NOWHERE = "zzqxj";

/** A field by which a search can tell two example records apart, its texts, and whether the list of records shows them. */
function searched({ entity: id, fields }: Search, specification: Specification) {
  const listing = listingOf(specification, id);
  const entity = entityOf(specification, id);
  const listed = new Set([entity.display, ...(listing && "fields" in listing ? listing.fields : [])]);
  const ordered = [...listed, ...fields].filter((each) => fields.includes(each));
  for (const field of ordered.map((each) => fieldOf(specification, id, each))) {
    const [one, other] = [0, 1].map(
      (n) => fieldModule(field.type).example(field, n, { specification, entity })?.shown,
    );
    if (one && other && one !== other && !field.reference)
      return { field: field.id, words: [one, other], listed: listed.has(field.id) };
  }
  return null;
}

export const SEARCH: BehaviourModule<Search> = {
  kind: "search",
  factory: "search",
  options: ({ fields }) => ({ fields }),
  title: ({ entity }, specification) =>
    planText("titleSearch", specification.locale, { plural: plural(specification, entity) }),
  promise: ({ entity }, specification) =>
    isListed(specification, entity)
      ? planText("search", specification.locale, { plural: plural(specification, entity) })
      : null,
  steps: (behaviour, { specification, form }) => {
    const { entity } = behaviour;
    const { locale } = specification;
    const steps = form(entity);
    const label = translate("searchLabel", locale, { plural: plural(specification, entity) });
    const found = searched(behaviour, specification);
    const list = openList(specification, entity);
    if (!found)
      return [
        ...steps.start(),
        ...steps.create(0),
        ...list,
        fill({ label }, NOWHERE),
        seeIn(".count", translate("countOf", locale, { count: 1, shown: 0 })),
      ];
    const also = [found.field];
    const one = translate("countOf", locale, { count: 2, shown: 1 });
    return [
      ...steps.start(),
      ...steps.create(0, { also }),
      ...steps.create(1, { also }),
      ...list,
      // In place of what is not seen, because a filter can list the names of all records.
      ...found.words.flatMap((word) => [
        fill({ label }, word),
        found.listed ? seeIn(FIRST, word) : seeIn(".count", one),
      ]),
    ];
  },
};
