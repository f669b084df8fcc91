import type { FieldPlace } from "#core/factory/generate/fields/field-module.ts";
import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import { type Result, resultOf } from "#core/factory/generate/fields/formula-result.ts";
import type { Field, FieldType } from "#core/factory/specification/field.ts";
import { candidatesOf, type Entries } from "./candidates.ts";
import { ANY_DAY } from "./entries-where.ts";
import { control } from "./forms.ts";

/** What to enter in a record so that a number of it is known, and the text by which pages then show that number. */
interface ShownNumber {
  readonly entries: Entries;
  readonly text: string;
}

/** How many examples a type has. */
const EXAMPLES = 6;

/** The type that writes a calculated number as pages do. */
const WRITTEN_BY: Readonly<Record<Result, FieldType | null>> = {
  number: "integer",
  money: "money",
  percent: "percent",
  duration: "duration",
  date: null,
};

/** A number of a new record that is not 0, which pages show without records too; null if none is known. */
export function shownNumber(field: Field, place: FieldPlace): ShownNumber | null {
  const known = field.type === "computed" ? calculatedNumbers(field, place) : enteredNumbers(field, place);
  // How larger numbers are grouped depends on the language.
  return known.find(({ text }) => /[1-9]/.test(text) && !/\d{4}/.test(text)) ?? null;
}

function enteredNumbers(field: Field, place: FieldPlace): ShownNumber[] {
  return Array.from({ length: EXAMPLES }, (_, n) => fieldModule(field.type).example(field, n, place)).flatMap(
    (example) => {
      const steps = example?.steps(control(field)) ?? [];
      if (typeof example?.value !== "number" || example.shown === null || steps.length === 0) return [];
      // Numbers about ratings are written in digits.
      const text = field.type === "rating" ? String(example.value) : example.shown;
      return [{ entries: new Map([[field.id, { steps, shown: example.shown }]]), text }];
    },
  );
}

function calculatedNumbers(field: Field, place: FieldPlace): ShownNumber[] {
  const type = WRITTEN_BY[resultOf(field, place.entity, place.specification.entities)];
  const { numbered } = fieldModule(type ?? field.type);
  if (!numbered) return [];
  return candidatesOf(field, place).flatMap(({ value, entries }): ShownNumber[] => {
    const [number, later] = ANY_DAY.map(value);
    if (typeof number !== "number" || !Number.isInteger(number) || number !== later) return [];
    const { shown } = numbered(field, number, place);
    return shown === null ? [] : [{ entries, text: shown }];
  });
}
