import { describe, expect, it } from "@jest/globals";
import type { Example } from "#core/factory/generate/fields/field-module.ts";
import { FIELDS, fieldModule } from "#core/factory/generate/fields/fields.ts";
import { CONSTRAINTS, FIELD_TYPES, type Field, type FieldType } from "#core/factory/specification/field.ts";
import { LOCALES, type Locale, type Specification } from "#core/factory/specification/specification.ts";
import { fc } from "#test/support/property.ts";
import { PLANTS } from "../../specification/samples.ts";
import { runtimeApps, runtimeField } from "./runtime.ts";

const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `option_${index}`, name: `Option ${index}` }));

/** A field of each type that people fill in by steps; of a choice, as radio buttons and as a menu. */
const FILLED: readonly Field[] = [
  ...FIELD_TYPES.filter(
    (type) => exampleOf({ id: "field", name: "Field", type, options: options(3) }, 0)?.value !== undefined,
  ).map(
    (type): Field => ({
      id: "field",
      name: "Field",
      type,
      ...(CONSTRAINTS[type].includes("options") ? { options: options(3) } : {}),
    }),
  ),
  { id: "field", name: "Field", type: "choice", options: options(6) },
];

function placeOf(locale: Locale) {
  const specification: Specification = { ...PLANTS, locale, currency: locale === "en" ? "JPY" : "EUR" };
  const [entity] = specification.entities;
  if (!entity) throw new TypeError("no entity");
  return { specification, entity };
}

function exampleOf(field: Field, n: number, locale: Locale = "en"): Example | null {
  return fieldModule(field.type).example(field, n, placeOf(locale));
}

const optionsOf = (field: Field, locale: Locale) => fieldModule(field.type).options(field, placeOf(locale));

describe("the field types", () => {
  it("are all generated", () => {
    expect(FIELDS.map(({ type }) => type).sort()).toEqual([...FIELD_TYPES].sort());
  });

  it("cannot be entered by people if the app sets them, nor by steps if they are files", () => {
    const without = FIELD_TYPES.filter((type) => !FILLED.some((field) => field.type === type));
    expect(without).toEqual(["image", "file", "reference", "computed", "auto_number", "created_at"]);
  });
});

describe.each(FILLED.map((field) => [field.type, field.options?.length ?? 0, field] as const))(
  "the examples of a field of type %s with %d options",
  (type, _options, field) => {
    it.each(LOCALES)("are values that the app accepts and shows (%s)", async (locale) => {
      const app = (await runtimeApps()).find((each) => each.locale === locale);
      const runtime = await runtimeField(type as FieldType, optionsOf(field, locale));
      if (!app) throw new TypeError("no app");
      for (let n = 0; n < 6; n += 1) {
        const example = exampleOf(field, n, locale);
        expect(runtime.accepts(example?.value)).toBe(true);
        expect(runtime.check(example?.value, app)).toBeNull();
        const shown = runtime.format(example?.value, app);
        if (!["rating", "url"].includes(type))
          expect(shown.replace(/\s/g, " ")).toContain(example?.shown ?? "?");
        expect(example?.steps({ label: "Field" })).toHaveLength(1);
      }
    });

    it("differ as far as the type permits", () => {
      const values = Array.from({ length: 6 }, (_, n) => JSON.stringify(exampleOf(field, n)?.value));
      const possible = type === "boolean" ? 2 : type === "rating" ? 5 : (field.options?.length ?? 6);
      expect(new Set(values).size).toBe(possible);
    });
  },
);

describe("the examples of a number", () => {
  it.each(["integer", "decimal", "money"] as const)("lie between the limits of %s", async (type) => {
    const app = (await runtimeApps())[1];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -50, max: 50 }), fc.nat(20), fc.nat(5), async (min, more, n) => {
        const field: Field = { id: "field", name: "Field", type, min, max: min + more };
        const runtime = await runtimeField(type, optionsOf(field, "de"));
        const value = exampleOf(field, n, "de")?.value;
        expect(runtime.accepts(value)).toBe(true);
        if (app) expect(runtime.check(value, app)).toBeNull();
      }),
    );
  });
});
