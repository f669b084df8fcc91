import type { Behaviour } from "./behaviour.ts";
import { CONSTRAINTS, type Field, NEEDED } from "./field.ts";
import { conditionFaults, formulaFaults } from "./formula-faults.ts";
import type { Entity, Specification } from "./specification.ts";
import { viewFaults } from "./view-faults.ts";

/**
 * Why a specification that matches the schema has no meaning, as sentences that name the part; empty for a valid one.
 * Checked are unique identifiers, the constraints of each type, and that every reference leads to a part of a type that
 * its use permits.
 */
export function specificationFaults(specification: Specification): string[] {
  const { entities, views, behaviours } = specification;
  return [
    ...duplicates("entities", entities),
    ...duplicates("views", views),
    ...entities.flatMap((entity) => entityFaults(entity, entities)),
    ...views.flatMap((view) => viewFaults(view, entities)),
    ...behaviours.flatMap((behaviour, index) => behaviourFaults(behaviour, `behaviours.${index}`, entities)),
  ];
}

/** A field of an entity, or undefined. */
export function findField(entity: Entity | undefined, id: string): Field | undefined {
  return entity?.fields.find((field) => field.id === id);
}

function duplicates(place: string, parts: readonly { readonly id: string }[]): string[] {
  const seen = new Set<string>();
  return parts.flatMap(({ id }) => {
    if (seen.has(id)) return [`${place}: '${id}' is a duplicate.`];
    seen.add(id);
    return [];
  });
}

function entityFaults(entity: Entity, entities: readonly Entity[]): string[] {
  const place = `entities.${entity.id}`;
  const display = findField(entity, entity.display);
  return [
    ...duplicates(place, entity.fields),
    ...(display ? [] : [`${place}.display: '${entity.display}' is not a field.`]),
    ...entity.fields.flatMap((field) => fieldFaults(entity, field, entities)),
  ];
}

function fieldFaults(entity: Entity, field: Field, entities: readonly Entity[]): string[] {
  const place = `entities.${entity.id}.${field.id}`;
  const { id: _id, name: _name, type, ...constraints } = field;
  const given = Object.entries(constraints).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const allowed: readonly string[] = CONSTRAINTS[type];
  const needed = NEEDED[type];
  return [
    ...given.filter((name) => !allowed.includes(name)).map((name) => `${place}: ${type} has no '${name}'.`),
    ...(needed && field[needed] === undefined ? [`${place}: ${type} needs '${needed}'.`] : []),
    ...duplicates(place, field.options ?? []),
    ...defaultFaults(field, place),
    ...rangeFaults(field, place),
    ...(field.reference && !entities.some(({ id }) => id === field.reference?.entity)
      ? [`${place}.reference: '${field.reference.entity}' is not an entity.`]
      : []),
    ...(field.formula ? formulaFaults(field.formula, entity, entities, place) : []),
  ];
}

function rangeFaults({ min, max, type }: Field, place: string): string[] {
  if (type === "rating" && max !== undefined && !(Number.isInteger(max) && max >= 2 && max <= 10))
    return [`${place}.max: a rating has 2 to 10 stars.`];
  return min !== undefined && max !== undefined && min > max ? [`${place}: min is more than max.`] : [];
}

function defaultFaults({ type, default: value, options }: Field, place: string): string[] {
  if (value === undefined) return [];
  const fits = {
    boolean: typeof value === "boolean",
    integer: Number.isInteger(value),
    choice: options?.some(({ id }) => id === value) ?? false,
    date: value === "today" || /^\d{4}-\d{2}-\d{2}$/.test(String(value)),
    time: /^([01]\d|2[0-3]):[0-5]\d$/.test(String(value)),
    color: /^#[0-9a-f]{6}$/.test(String(value)),
    text: typeof value === "string",
  }[type as string];
  return (fits ?? typeof value === "number") ? [] : [`${place}.default: ${type} cannot be '${value}'.`];
}

function behaviourFaults(behaviour: Behaviour, place: string, entities: readonly Entity[]): string[] {
  if (!("entity" in behaviour)) return [];
  const entity = entities.find(({ id }) => id === behaviour.entity);
  if (!entity) return [`${place}: '${behaviour.entity}' is not an entity.`];
  return [
    ...namedFields(behaviour)
      .filter((id) => !findField(entity, id))
      .map((id) => `${place}: '${id}' is not a field of '${entity.id}'.`),
    ...typeFaults(behaviour, entity, place),
    ...(behaviour.kind === "due" && behaviour.done ? conditionFaults(behaviour.done, entity, place) : []),
  ];
}

function namedFields(behaviour: Behaviour): string[] {
  return [
    ...("fields" in behaviour ? behaviour.fields : []),
    ...("field" in behaviour ? [behaviour.field] : []),
    ...("days_field" in behaviour && behaviour.days_field ? [behaviour.days_field] : []),
  ];
}

/** The types of the field that a behaviour works on. */
const WORKS_ON: Partial<Record<Behaviour["kind"], readonly Field["type"][]>> = {
  due: ["date", "date_time", "computed"],
  recurrence: ["date"],
  reminder: ["date", "date_time", "computed"],
  status_flow: ["choice"],
  low_stock: ["integer", "decimal", "computed"],
};

function typeFaults(behaviour: Behaviour, entity: Entity, place: string): string[] {
  const types = WORKS_ON[behaviour.kind];
  const field = "field" in behaviour ? findField(entity, behaviour.field) : undefined;
  const wrong = types && field && !types.includes(field.type);
  return wrong ? [`${place}: ${behaviour.kind} does not work on ${field.type}.`] : [];
}
