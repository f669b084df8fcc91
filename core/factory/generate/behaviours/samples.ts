import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import type { Printable } from "#core/factory/generate/print/code.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";

type LowStock = Extract<Behaviour, { kind: "low_stock" }>;

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
  const stock = stockOf(field, entity, n, specification);
  if (stock !== undefined) return stock;
  if (!field.reference) return fieldModule(field.type).example(field, n, { specification, entity })?.value;
  const { reference } = field;
  const target = specification.entities.findIndex(({ id }) => id === reference.entity);
  // A record that names its own kind would name itself or form a ring.
  if (reference.entity === entity.id) return undefined;
  const sample = { sample: target * SAMPLES + n };
  return reference.many ? [sample] : sample;
}

/** A number that a warning of low stock watches: at the limit in the first sample, and above it in the others. */
function stockOf(field: Field, entity: Entity, n: number, specification: Specification): number | undefined {
  const watch = specification.behaviours.find(
    (each): each is LowStock =>
      each.kind === "low_stock" && each.entity === entity.id && each.field === field.id,
  );
  if (!watch || n === 0 || !("number" in watch.at || "field" in watch.at)) return undefined;
  const { at } = watch;
  const limited = "field" in at ? entity.fields.find(({ id }) => id === at.field) : undefined;
  const limit =
    "number" in at
      ? at.number
      : limited && fieldModule(limited.type).example(limited, n, { specification, entity })?.value;
  return typeof limit === "number"
    ? Math.min(limit + 4 * n, field.max ?? Number.POSITIVE_INFINITY)
    : undefined;
}
