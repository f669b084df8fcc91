import type { FieldType } from "#core/factory/specification/field.ts";
import { fc } from "#test/support/property.ts";

const OPTIONS = [
  { id: "low", name: "Low" },
  { id: "high", name: "High, higher" },
  { id: "none", name: "low" },
];

const line = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
  .map((text) => text.trim())
  .filter((text) => text !== "");
const ids = fc.uniqueArray(fc.constantFrom("1", "2", "3", "4", "5"));
const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const moment = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());
const two = (number: number) => String(number).padStart(2, "0");

/** The options of a field of each type, and the values that it can store beside the empty one. */
export const VALUES: Readonly<
  Partial<Record<FieldType, { readonly options?: object; readonly values: fc.Arbitrary<unknown> }>>
> = {
  text: { values: line },
  long_text: { values: line },
  integer: { values: fc.integer() },
  decimal: {
    values: fc.double({ noNaN: true, min: -1e15, max: 1e15 }).map((each) => Number(each.toPrecision(12)) + 0),
  },
  money: { values: fc.integer({ min: -1e13, max: 1e13 }) },
  percent: { values: fc.integer({ min: 0, max: 10_000 }).map((each) => each / 100) },
  rating: { values: fc.integer({ min: 1, max: 5 }) },
  duration: { values: fc.integer({ min: 0, max: 100_000_000 }) },
  boolean: { values: fc.boolean() },
  date: { values: day },
  time: { values: fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`) },
  date_time: { values: moment },
  created_at: { values: moment },
  choice: { options: { options: OPTIONS }, values: fc.constantFrom("low", "high", "none") },
  choices: { options: { options: OPTIONS }, values: fc.subarray(["low", "high", "none"], { minLength: 1 }) },
  tags: {
    values: fc.uniqueArray(fc.stringMatching(/^[a-zé]{1,12}( [a-z0-9]{1,8})?$/), {
      minLength: 1,
      maxLength: 8,
    }),
  },
  email: { values: fc.emailAddress().filter((each) => /^[\w.+-]+@/.test(each)) },
  phone: { values: fc.stringMatching(/^\+\d{2} \d{3}-\d{4,7}$/) },
  url: { values: fc.webUrl() },
  color: { values: fc.stringMatching(/^#[0-9a-f]{6}$/) },
  location: {
    values: fc.oneof(
      fc.stringMatching(/^[A-Z][a-z]{0,12}( [a-z0-9]{1,8})?$/).map((text) => ({ text })),
      fc.constantFrom("https://example.org/map", "geo:47.5,11.25").map((url) => ({ text: "Office", url })),
    ),
  },
  reference: { options: { entity: "person" }, values: fc.constantFrom("1", "2", "3", "4", "5") },
  auto_number: { values: fc.nat(1_000_000) },
};

/** A reference to several records. */
export const SEVERAL = {
  options: { entity: "person", many: true },
  values: ids.filter((each) => each.length > 0),
};
