import type { Entries } from "#core/factory/generate/acceptance/candidates.ts";
import { entriesWhere } from "#core/factory/generate/acceptance/entries-where.ts";
import { shownNumber } from "#core/factory/generate/acceptance/shown-number.ts";
import { seeBadge, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { camelCase } from "#core/factory/generate/print/case.ts";
import { type Code, code } from "#core/factory/generate/print/code.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { entityOf, fieldOf, isListed, isShown, openList, plural } from "./places.ts";

type Of<Kind extends Behaviour["kind"]> = Extract<Behaviour, { kind: Kind }>;

export const TOTALS: BehaviourModule<Of<"totals">> = {
  kind: "totals",
  factory: "totals",
  options: ({ fields }) => ({ fields }),
  title: ({ entity, fields }, specification) =>
    planText("titleTotals", specification.locale, {
      fields: fields.map((id) => fieldOf(specification, entity, id).name).join(", "),
    }),
  promise: ({ entity }, specification) =>
    isListed(specification, entity)
      ? planText("totals", specification.locale, { plural: plural(specification, entity) })
      : null,
  steps: ({ entity, fields }, { specification, form }) => {
    const steps = form(entity);
    const place = { specification, entity: entityOf(specification, entity) };
    const all = fields.map((id) => fieldOf(specification, entity, id));
    const known = all.map((field) => shownNumber(field, place)).find((each) => each !== null);
    const entries = known?.entries ?? new Map();
    const label = translate("totalsOf", specification.locale, { field: all[0]?.name ?? "" });
    return [
      ...steps.start(),
      ...steps.create(0, { also: [...entries.keys()], entries }),
      ...openList(specification, entity),
      seeIn(".totals", label),
      ...(known ? [seeIn(".totals", known.text)] : []),
    ];
  },
};

/** The limit as a function of a record. */
function limit({ at, entity }: Of<"low_stock">): Code {
  if ("field" in at) return code(`(${camelCase(entity)}) => ${camelCase(entity)}.${at.field}`);
  return code(`() => ${"number" in at ? at.number : 0}`);
}

/** What to enter so that a record runs low; null if steps cannot. */
function lowEntries(
  { at, entity: id, field }: Of<"low_stock">,
  specification: Specification,
): Entries | null {
  const entity = entityOf(specification, id);
  return entriesWhere([{ field, is: "at_most", than: at }], { specification, entity });
}

export const LOW_STOCK: BehaviourModule<Of<"low_stock">> = {
  kind: "low_stock",
  factory: "lowStock",
  options: (behaviour) => ({ field: behaviour.field, at: limit(behaviour) }),
  title: ({ entity }, specification) =>
    planText("titleLowStock", specification.locale, { plural: plural(specification, entity) }),
  promise: (behaviour, specification) =>
    lowEntries(behaviour, specification) && isShown(specification, behaviour.entity)
      ? planText("lowStock", specification.locale, { plural: plural(specification, behaviour.entity) })
      : null,
  steps: (behaviour, { specification, form }) => {
    const steps = form(behaviour.entity);
    const entries = lowEntries(behaviour, specification);
    if (!entries) return [];
    return [
      ...steps.start(),
      ...steps.create(0, { also: [...entries.keys()], entries }),
      ...openList(specification, behaviour.entity),
      seeBadge(translate("lowStock", specification.locale)),
    ];
  },
};
