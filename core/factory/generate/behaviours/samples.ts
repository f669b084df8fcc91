import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import type { Printable } from "#core/factory/generate/print/code.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";

/** How many sample records an entity has. */
const SAMPLES = 3;

/** On which day the dates of the samples lie, from the day on which a person adds them: past, today and soon. */
const DAYS: readonly number[] = [-3, 0, 4];

/**
 * Sample records of every entity, as `[entity, values]`. A reference is `{ sample: n }`, the n-th record of the list, and a date
 * `{ days, time }`, so many days after the one on which the samples are added. What
 * cannot be printed, such as a picture, is left out.
 */
export function samplesOf(specification: Specification): Printable[] {
  return specification.entities.flatMap((entity) =>
    Array.from({ length: SAMPLES }, (_, n) => [entity.id, valuesOf(entity, n, specification)]),
  );
}

function valuesOf(entity: Entity, n: number, specification: Specification): Record<string, Printable> {
  const values = entity.fields.flatMap((field) => {
    const value = sampleOf(field, entity, n, specification);
    return value === undefined ? [] : [[field.id, value] as const];
  });
  return Object.fromEntries(values);
}

function sampleOf(
  field: Field,
  entity: Entity,
  n: number,
  specification: Specification,
): Printable | undefined {
  if (field.id === entity.display && field.type === "text") return `${entity.name} ${n + 1}`;
  if (field.type === "date") return { days: DAYS[n] ?? n };
  if (field.type === "date_time") return { days: DAYS[n] ?? n, time: `1${n}:30` };
  if (!field.reference) return fieldModule(field.type).example(field, n, { specification, entity })?.value;
  const { reference } = field;
  const target = specification.entities.findIndex(({ id }) => id === reference.entity);
  // A record that names its own kind would name itself or form a ring.
  if (reference.entity === entity.id) return undefined;
  const sample = { sample: target * SAMPLES + n };
  return reference.many ? [sample] : sample;
}
