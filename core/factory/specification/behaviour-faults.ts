import type { Behaviour } from "./behaviour.ts";
import type { Field, FieldType } from "./field.ts";
import { conditionFaults } from "./formula-faults.ts";
import type { Entity } from "./specification.ts";
import { DATES, NUMBERS, valueType } from "./value-type.ts";

/** Why a behaviour has no meaning, as sentences that start with `place`. */
export function behaviourFaults(behaviour: Behaviour, place: string, entities: readonly Entity[]): string[] {
  if (!("entity" in behaviour)) return [];
  const entity = entities.find(({ id }) => id === behaviour.entity);
  if (!entity) return [`${place}: '${behaviour.entity}' is not an entity.`];
  return [
    ...usesOf(behaviour).flatMap((use) => useFaults(behaviour.kind, use, entity, place)),
    ...(behaviour.kind === "due" && behaviour.done ? conditionFaults(behaviour.done, entity, place) : []),
    ...(behaviour.kind === "low_stock" && "today" in behaviour.at
      ? [`${place}: low_stock compares with a number, not with today.`]
      : []),
    ...(behaviour.kind === "recurrence" ? recurrenceFaults(behaviour, place) : []),
    ...(behaviour.kind === "completion" ? completionFaults(behaviour.field, entity, place) : []),
    ...(behaviour.kind === "status_flow"
      ? optionFaults(
          behaviour.field,
          behaviour.moves.flatMap(({ from, to }) => [from, to]),
          entity,
          place,
        )
      : []),
    ...(behaviour.kind === "column_limit"
      ? optionFaults(behaviour.field, behaviour.options, entity, place)
      : []),
  ];
}

interface Use {
  readonly id: string;
  /** The types of values on which the behaviour works; absent for any. */
  readonly types?: readonly FieldType[];
}

/** The fields that a behaviour uses. */
function usesOf(behaviour: Behaviour): Use[] {
  const types = WORKS_ON[behaviour.kind];
  const ids = [
    ...("fields" in behaviour ? behaviour.fields : []),
    ...("field" in behaviour ? [behaviour.field] : []),
  ];
  return [
    ...ids.map((id) => (types ? { id, types } : { id })),
    ...("days_field" in behaviour && behaviour.days_field
      ? [{ id: behaviour.days_field, types: ["integer"] as const }]
      : []),
    ...("date" in behaviour ? [{ id: behaviour.date, types: DATES }] : []),
    ...("at" in behaviour && "field" in behaviour.at ? [{ id: behaviour.at.field, types: NUMBERS }] : []),
  ];
}

const WORKS_ON: Partial<Record<Behaviour["kind"], readonly FieldType[]>> = {
  due: DATES,
  completion: ["boolean", "choice"],
  recurrence: ["date"],
  reminder: DATES,
  status_flow: ["choice"],
  totals: NUMBERS,
  low_stock: ["integer", "decimal"],
  budget: ["money"],
  column_limit: ["choice"],
  word_count: ["text", "long_text"],
  autosave: ["long_text"],
};

function useFaults(kind: string, { id, types }: Use, entity: Entity, place: string): string[] {
  const field = entity.fields.find((each) => each.id === id);
  if (!field) return [`${place}: '${id}' is not a field of '${entity.id}'.`];
  if (kind === "recurrence" && field.type === "computed")
    return [`${place}: recurrence does not work on a computed field.`];
  return types && !types.includes(valueType(field))
    ? [`${place}: ${kind} does not work on ${describe(field)}.`]
    : [];
}

const describe = (field: Field): string =>
  field.type === "computed" ? `a computed ${valueType(field)}` : field.type;

function recurrenceFaults(
  { days, days_field }: Extract<Behaviour, { kind: "recurrence" }>,
  place: string,
): string[] {
  return (days === undefined) === (days_field === undefined)
    ? [`${place}: recurrence takes one of days and days_field.`]
    : [];
}

/** Records are ticked off by giving them an option that says so, and opened again by giving them another one. */
function completionFaults(id: string, { fields }: Entity, place: string): string[] {
  const options = fields.find((field) => field.id === id)?.options;
  return !options || (options.some(({ done }) => done) && options.some(({ done }) => !done))
    ? []
    : [`${place}: completion needs options of '${id}' with and without done.`];
}

/** The options that a behaviour names and that its choice does not have. */
function optionFaults(id: string, named: readonly string[], entity: Entity, place: string): string[] {
  const options = entity.fields.find((field) => field.id === id)?.options;
  if (!options) return [];
  const known = new Set(options.map((option) => option.id));
  return [...new Set(named)]
    .filter((option) => !known.has(option))
    .map((option) => `${place}: '${option}' is not an option of '${id}'.`);
}
