import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { candidatesOf } from "#core/factory/generate/acceptance/candidates.ts";
import { ANY_DAY } from "#core/factory/generate/acceptance/entries-where.ts";
import { seeIn } from "#core/factory/generate/acceptance/steps.ts";
import type { FieldPlace } from "#core/factory/generate/fields/field-module.ts";
import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import { DATES, valueType } from "#core/factory/specification/value-type.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { createTargets, EXAMPLE, type Kept, ofReference } from "./filter-targets.ts";
import { entityOf, FIRST, fieldOf, isListed, openList, plural } from "./places.ts";

type Filter = Extract<Behaviour, { kind: "filter" }>;

/** A field, and the records that its options tell apart. */
interface Choice {
  readonly field: Field;
  readonly records: readonly Kept[];
}

export const FILTER: BehaviourModule<Filter> = {
  kind: "filter",
  factory: "filter",
  options: ({ fields }) => ({ fields }),
  title: ({ entity, fields }, specification) =>
    planText("titleFilter", specification.locale, {
      plural: plural(specification, entity),
      fields: fields.map((id) => fieldOf(specification, entity, id).name).join(", "),
    }),
  promise: (behaviour, specification) =>
    isListed(specification, behaviour.entity)
      ? planText("filter", specification.locale, {
          plural: plural(specification, behaviour.entity),
          field: choiceOf(behaviour, specification).field.name,
        })
      : null,
  steps: (behaviour, { specification, form }) => {
    const { entity } = behaviour;
    const { locale } = specification;
    const steps = form(entity);
    const { field, records } = choiceOf(behaviour, specification);
    const prepared = createTargets(field, { specification, entity: entityOf(specification, entity) });
    const target = { css: `#${entity}-filter-${field.id}` };
    const oneOf = seeIn(".count", translate("countOf", locale, { count: 2, shown: 1 }));
    // Records that are named by what they refer to have the same name.
    const isNamed = records.length < 2 || steps.named(0) !== steps.named(1);
    const chosen = records.flatMap(({ option }, n): AcceptanceStep[] =>
      option === null
        ? []
        : [
            { do: "select", target, value: option },
            ...(isNamed ? [seeIn(FIRST, steps.named(n))] : []),
            ...(records.length > 1 ? [oneOf] : []),
          ],
    );
    return [
      ...steps.start(),
      ...(prepared.length > 0 ? [...prepared, ...steps.list()] : []),
      ...(records.length > 0 ? records : [{ entries: EXAMPLE }]).flatMap(({ entries }, n) =>
        steps.create(n, { also: entries === EXAMPLE ? entered(field) : [...entries.keys()], entries }),
      ),
      ...openList(specification, entity),
      ...(chosen.length > 0 ? chosen : [seeIn(target.css, translate("filterAll", locale))]),
    ];
  },
};

/** What a record refers to is chosen only where it has to be. */
const entered = ({ id, reference }: Field): string[] => (reference ? [] : [id]);

/** The first of the fields that tells two records apart by their options, or else the one that tells most. */
function choiceOf({ entity: id, fields }: Filter, specification: Specification): Choice {
  const place = { specification, entity: entityOf(specification, id) };
  const choices = fields.map((each): Choice => {
    const field = fieldOf(specification, id, each);
    return { field, records: apart(recordsOf(field, place)) };
  });
  const told = ({ records }: Choice) =>
    records.length + records.filter(({ option }) => option !== null).length;
  return choices.reduce((best, each) => (told(each) > told(best) ? each : best));
}

/** Two records with different options, or one with a known option beside another one; empty if no option is known. */
function apart(records: readonly Kept[]): Kept[] {
  const known = records.filter(({ option }) => option !== null);
  const [first] = known;
  if (!first) return [];
  const other =
    known.find(({ option }) => option !== first.option) ?? records.find(({ option }) => option === null);
  return other ? [first, other] : [first];
}

/** Records that differ in the field, those with an example first. */
function recordsOf(field: Field, place: FieldPlace): Kept[] {
  if (DATES.includes(valueType(field))) return ofDays(field, place);
  if (field.reference) return ofReference(field, place);
  const examples = [0, 1].flatMap((n): Kept[] => {
    const example = fieldModule(field.type).example(field, n, place);
    return example ? [{ entries: EXAMPLE, option: optionOf(field, example) }] : [];
  });
  const { id, required, default: initial, type } = field;
  if (
    examples.length === 0 ||
    required ||
    initial !== undefined ||
    type === "boolean" ||
    id === place.entity.display
  )
    return examples;
  return [...examples, { entries: new Map([[id, { steps: [], shown: null }]]), option: "-" }];
}

/** A day that has passed and one that is to come, or today where the app sets the date. */
function ofDays(field: Field, place: FieldPlace): Kept[] {
  return candidatesOf(field, place).flatMap(({ value, entries }): Kept[] => {
    const options = new Set(
      ANY_DAY.map((today) => {
        const day = value(today);
        if (day === null) return field.required || field.type === "computed" ? null : "-";
        if (typeof day !== "string") return null;
        return day < today ? "past" : day === today ? "today" : day > ANY_DAY[1] ? "later" : null;
      }),
    );
    const [option = null] = options;
    return options.size === 1 && option !== null ? [{ entries, option }] : [];
  });
}

/** The option of a filter that shows an example; null for a type whose options are not known. */
function optionOf(
  { type }: Field,
  { value, shown }: { readonly value: unknown; readonly shown: string | null },
): string | null {
  const [one] = [value].flat();
  if (type === "boolean") return one === true ? "yes" : "no";
  if (type === "choice" || type === "choices") return typeof one === "string" ? one : null;
  return type === "tags" || type === "text" ? `=${shown}` : null;
}
