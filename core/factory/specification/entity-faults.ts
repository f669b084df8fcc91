import { CONSTRAINTS, type Field, NEEDED } from "./field.ts";
import { formulaFaults } from "./formula-faults.ts";
import { duplicateFaults, idFaults } from "./id-faults.ts";
import type { Entity } from "./specification.ts";

/** Why an entity has no meaning, as sentences that name it. */
export function entityFaults(entity: Entity, entities: readonly Entity[]): string[] {
  const place = `entities.${entity.id}`;
  const isField = entity.fields.some(({ id }) => id === entity.display);
  return [
    ...idFaults(place, entity.fields),
    ...(isField ? [] : [`${place}.display: '${entity.display}' is not a field.`]),
    ...entity.fields.flatMap((field) => fieldFaults(entity, field, entities)),
  ];
}

function fieldFaults(entity: Entity, field: Field, entities: readonly Entity[]): string[] {
  const place = `entities.${entity.id}.${field.id}`;
  return [
    ...constraintFaults(field, place),
    ...duplicateFaults(place, field.options ?? []),
    ...defaultFaults(field, place),
    ...rangeFaults(field, place),
    ...(field.reference ? referenceFaults(field.reference, entities, place) : []),
    ...(field.formula ? formulaFaults(field.formula, entity, entities, place) : []),
  ];
}

function constraintFaults(field: Field, place: string): string[] {
  const { id: _id, name: _name, type, ...constraints } = field;
  const given = Object.entries(constraints).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const allowed: readonly string[] = CONSTRAINTS[type];
  const needed = NEEDED[type];
  return [
    ...given.filter((name) => !allowed.includes(name)).map((name) => `${place}: ${type} has no '${name}'.`),
    ...(needed && field[needed] === undefined ? [`${place}: ${type} needs '${needed}'.`] : []),
  ];
}

function rangeFaults({ min, max, type }: Field, place: string): string[] {
  if (type === "rating" && max !== undefined && !(Number.isInteger(max) && max >= 2 && max <= 10))
    return [`${place}.max: a rating has 2 to 10 stars.`];
  return min !== undefined && max !== undefined && min > max ? [`${place}: min is more than max.`] : [];
}

function referenceFaults(
  { entity, many, owned, on_delete }: NonNullable<Field["reference"]>,
  entities: readonly Entity[],
  place: string,
): string[] {
  if (!entities.some(({ id }) => id === entity)) return [`${place}.reference: '${entity}' is not an entity.`];
  if (!owned) return [];
  return [
    ...(many ? [`${place}.reference: a record belongs to one record, not to several.`] : []),
    ...(on_delete === "cascade" ? [] : [`${place}.reference: 'owned' needs on_delete 'cascade'.`]),
  ];
}

function defaultFaults({ type, default: value, options, min, max }: Field, place: string): string[] {
  if (value === undefined) return [];
  const isWithin = typeof value !== "number" || (value >= (min ?? value) && value <= (max ?? value));
  const fits = {
    boolean: typeof value === "boolean",
    integer: Number.isSafeInteger(value),
    money: Number.isSafeInteger(value),
    duration: Number.isSafeInteger(value) && Number(value) >= 0,
    choice: options?.some(({ id }) => id === value) ?? false,
    date: value === "today" || isDate(value),
    time: /^([01]\d|2[0-3]):[0-5]\d$/.test(String(value)),
    color: /^#[0-9a-f]{6}$/.test(String(value)),
    text: typeof value === "string",
  }[type as string];
  return (fits ?? typeof value === "number") && isWithin
    ? []
    : [`${place}.default: ${type} cannot be '${value}'.`];
}

function isDate(value: unknown): boolean {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
