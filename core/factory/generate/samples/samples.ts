import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import { decimalsOf } from "#core/factory/generate/fields/money.ts";
import type { Printable } from "#core/factory/generate/print/code.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Entity, Locale, Specification } from "#core/factory/specification/specification.ts";
import { daysOf, hoursOf } from "./days.ts";
import { ADDRESSES, NAMES, TEXTS, TIMES } from "./names.ts";
import { numbersOf } from "./numbers.ts";
import { examplesFor, type WordTable } from "./word-table.ts";

type LowStock = Extract<Behaviour, { kind: "low_stock" }>;

/** How many sample records an entity has. */
const SAMPLES = 3;

/** Where a value of a sample stands: the `n`-th record of an entity. */
interface Place {
  readonly entity: Entity;
  readonly n: number;
  readonly specification: Specification;
}

/**
 * Sample records of every entity, as `[entity, values]`: plausible values in the language of the app, the same for the
 * same specification. A reference is `{ sample: n }`, the n-th record of the list, and a date `{ days, time }`, so many
 * days after the one on which the samples are added. What cannot be printed, such as a picture, is left out, and so is a
 * text of which no example is known.
 */
export function samplesOf(specification: Specification): Printable[] {
  return specification.entities.flatMap((entity) =>
    Array.from({ length: SAMPLES }, (_, n) => [entity.id, valuesOf({ entity, n, specification })]),
  );
}

function valuesOf(place: Place): Record<string, Printable> {
  const values = place.entity.fields.flatMap((field) => {
    const value = sampleOf(field, place);
    return value === undefined ? [] : [[field.id, value] as const];
  });
  return Object.fromEntries(values);
}

function sampleOf(field: Field, place: Place): Printable | undefined {
  const { entity, n, specification } = place;
  const { locale } = specification;
  const days = () => daysOf(field, entity.name, locale)[n] ?? n;
  switch (field.type) {
    case "text":
    case "long_text":
      return textOf(field, place);
    case "date":
      return { days: days() };
    case "time":
      return examplesFor(TIMES, field.name, locale)?.[n] ?? exampleOf(field, place);
    case "date_time":
      return { days: days(), time: hoursOf(field, n) };
    case "integer":
    case "decimal":
    case "money":
    case "percent":
    case "duration":
      return numberOf(field, place);
    case "email":
      return emailOf(place) ?? exampleOf(field, place);
    case "location":
      return { text: ADDRESSES[locale][n % SAMPLES] ?? "" };
    case "reference":
      return referenceOf(field, place);
    default:
      return exampleOf(field, place);
  }
}

const exampleOf = (field: Field, { entity, n, specification }: Place): Printable | undefined =>
  fieldModule(field.type).example(field, n, { specification, entity })?.value;

function textOf(field: Field, place: Place): Printable | undefined {
  const { entity, n, specification } = place;
  const { locale } = specification;
  const isDisplay = field.id === entity.display;
  const table = field.type === "text" ? NAMES : TEXTS;
  const known =
    (isDisplay ? examplesFor(NAMES, entity.name, locale) : undefined) ?? find(table, field, entity, locale);
  // Two kinds of people in an app have different names.
  const turn = specification.entities.indexOf(entity) + (isDisplay ? 0 : entity.fields.indexOf(field));
  const value = known?.[(turn * SAMPLES + n) % known.length];
  if (value !== undefined) return value;
  if (isDisplay) return `${entity.name} ${n + 1}`;
  return field.required ? exampleOf(field, place) : undefined;
}

/** The examples of a field of this kind of record ("movie year"), or of any field of its name. */
const find = (table: WordTable, field: Field, entity: Entity, locale: Locale) =>
  examplesFor(table, `${entity.name} ${field.name}`, locale) ?? examplesFor(table, field.name, locale);

/** The address of a person by the name of the record. */
function emailOf(place: Place): string | undefined {
  const { entity } = place;
  const named = entity.fields.find(({ id }) => id === entity.display);
  const name = named?.type === "text" ? textOf(named, place) : undefined;
  if (typeof name !== "string") return undefined;
  const words =
    name
      .normalize("NFKD")
      .toLowerCase()
      .match(/[a-z0-9]+/gu) ?? [];
  return words.length === 0 ? undefined : `${words.join(".")}@example.org`;
}

function numberOf(field: Field, place: Place): Printable | undefined {
  const { entity, n, specification } = place;
  const stock = stockOf(field, place);
  if (stock !== undefined) return stock;
  const { locale, currency } = specification;
  const look = (table: WordTable) =>
    find(table, field, entity, locale) ?? examplesFor(table, entity.name, locale);
  const numbers = field.unique ? undefined : numbersOf(field, look, decimalsOf(currency));
  return numbers?.[n % SAMPLES] ?? exampleOf(field, place);
}

function referenceOf({ reference }: Field, { entity, n, specification }: Place): Printable | undefined {
  // A record that names its own kind would name itself or form a ring.
  if (!reference || reference.entity === entity.id) return undefined;
  const target = specification.entities.findIndex(({ id }) => id === reference.entity);
  const sample = { sample: target * SAMPLES + n };
  return reference.many ? [sample] : sample;
}

/** A number that a warning of low stock watches: at the limit in the first sample, and above it in the others. */
function stockOf(field: Field, place: Place): number | undefined {
  const { entity, n, specification } = place;
  const watch = specification.behaviours.find(
    (each): each is LowStock =>
      each.kind === "low_stock" && each.entity === entity.id && each.field === field.id,
  );
  if (!watch || !("number" in watch.at || "field" in watch.at)) return undefined;
  const { at } = watch;
  const limited = "field" in at ? entity.fields.find(({ id }) => id === at.field) : undefined;
  const limit = "number" in at ? at.number : limited && numberOf(limited, place);
  if (typeof limit !== "number") return undefined;
  return Math.max(
    field.min ?? Number.NEGATIVE_INFINITY,
    Math.min(limit + 4 * n, field.max ?? Number.POSITIVE_INFINITY),
  );
}
