import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Entry } from "#core/factory/generate/acceptance/form-steps.ts";
import { fill, see, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { camelCase } from "#core/factory/generate/print/case.ts";
import { type Code, code } from "#core/factory/generate/print/code.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { fieldOf, isListed, openList, plural } from "./places.ts";

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
    const entered = fields.filter((id) => steps.example(id, 0) !== null);
    // The total of a rating is a number, not stars.
    const alike = entered.find((id) => fieldOf(specification, entity, id).type !== "rating");
    const shown = alike && steps.example(alike, 0)?.shown;
    const [first = ""] = fields;
    const label = translate("totalsOf", specification.locale, {
      field: fieldOf(specification, entity, first).name,
    });
    return [
      ...steps.start(),
      ...steps.create(0, { also: entered }),
      ...openList(specification, entity),
      seeIn(".totals", label),
      ...(shown ? [seeIn(".totals", shown)] : []),
    ];
  },
};

/** The limit as a function of a record. */
function limit({ at, entity }: Of<"low_stock">): Code {
  if ("field" in at) return code(`(${camelCase(entity)}) => ${camelCase(entity)}.${at.field}`);
  return code(`() => ${"number" in at ? at.number : 0}`);
}

/** The steps that enter a number at the limit, and the limit where it is a field of the record itself. */
function lowEntries(
  { at, entity, field }: Of<"low_stock">,
  specification: Specification,
  enter: (id: string, value: string) => AcceptanceStep,
): ReadonlyMap<string, Entry> {
  const value = "number" in at ? at.number : (fieldOf(specification, entity, field).min ?? 1);
  const ids = "field" in at ? [field, at.field] : [field];
  return new Map(ids.map((id) => [id, { steps: [enter(id, String(value))], shown: null }]));
}

const isNumber = (specification: Specification, entity: string, field: string) =>
  ["integer", "decimal"].includes(fieldOf(specification, entity, field).type);

export const LOW_STOCK: BehaviourModule<Of<"low_stock">> = {
  kind: "low_stock",
  factory: "lowStock",
  options: (behaviour) => ({ field: behaviour.field, at: limit(behaviour) }),
  title: ({ entity }, specification) =>
    planText("titleLowStock", specification.locale, { plural: plural(specification, entity) }),
  promise: ({ entity, field, at }, specification) => {
    const entered = [field, ...("field" in at ? [at.field] : [])].every((id) =>
      isNumber(specification, entity, id),
    );
    return entered && isListed(specification, entity)
      ? planText("lowStock", specification.locale, { plural: plural(specification, entity) })
      : null;
  },
  steps: (behaviour, { specification, form }) => {
    const steps = form(behaviour.entity);
    const entries = lowEntries(behaviour, specification, (id, value) =>
      fill(steps.control(fieldOf(specification, behaviour.entity, id)), value),
    );
    return [
      ...steps.start(),
      ...steps.create(0, { also: [...entries.keys()], entries }),
      ...openList(specification, behaviour.entity),
      see(translate("lowStock", specification.locale)),
    ];
  },
};
