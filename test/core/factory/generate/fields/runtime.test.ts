import { beforeAll, describe, expect, it } from "@jest/globals";
import type { FieldType } from "#core/factory/specification/field.ts";
import { fc, runs } from "#test/support/property.ts";
import { type RuntimeApp, type RuntimeField, runtimeApps, runtimeField } from "./runtime.ts";
import { SEVERAL, VALUES } from "./values.ts";

const CASES = [
  ...Object.entries(VALUES).map(([type, { options = {}, values }]) => [type, options, values] as const),
  ["reference", SEVERAL.options, SEVERAL.values] as const,
];
const RUNS = { numRuns: runs(60) };

describe.each(CASES)("a field of type %s (%j)", (type, options, values) => {
  let field: RuntimeField;
  let app: fc.Arbitrary<RuntimeApp>;
  beforeAll(async () => {
    field = await runtimeField(type as FieldType, options);
    app = fc.constantFrom(...(await runtimeApps()));
  });

  it("accepts its values and the empty one", () => {
    expect(field.accepts(field.empty)).toBe(true);
    fc.assert(
      fc.property(values, app, (value, inLanguage) => {
        expect(field.accepts(value)).toBe(true);
        expect(field.check(value, inLanguage)).toBeNull();
      }),
      RUNS,
    );
  });

  it("imports what it exports", () => {
    fc.assert(
      fc.property(values, app, (value, inLanguage) => {
        expect(field.fromText(field.toText(value, inLanguage), inLanguage)).toEqual(value);
      }),
      RUNS,
    );
  });

  it("imports any text as one of its values, or refuses it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), app, (text, inLanguage) => {
        const value = field.fromText(text, inLanguage);
        expect(value === undefined || field.accepts(value)).toBe(true);
      }),
      RUNS,
    );
  });

  it("shows every value in every language, and nothing for the empty one", () => {
    fc.assert(
      fc.property(values, app, (value, inLanguage) => {
        expect(field.format(value, inLanguage)).toEqual(expect.stringMatching(/\S/));
        if (type !== "boolean") expect(field.format(field.empty, inLanguage)).toBe("");
      }),
      RUNS,
    );
  });

  it("orders its values", () => {
    fc.assert(
      fc.property(values, values, values, app, (a, b, c, inLanguage) => {
        const compare = (one: unknown, other: unknown) => Math.sign(field.compare(one, other, inLanguage));
        expect(compare(a, a)).toBe(0);
        expect(compare(a, b) + compare(b, a)).toBe(0);
        const [first, second, third] = [a, b, c].sort(compare);
        expect(compare(first, third)).toBeLessThanOrEqual(0);
        expect(compare(second, third)).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });
});

describe.each(["integer", "decimal", "money"] as const)("the limits of a field of type %s", (type) => {
  it("are the only values that it refuses", async () => {
    const [app] = await runtimeApps();
    const field = await runtimeField(type, { min: -10, max: 25 });
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 100 }), (value) => {
        const sentence = field.check(value, app as RuntimeApp);
        expect(sentence === null).toBe(value >= -10 && value <= 25);
        if (sentence) expect(sentence).toMatch(/^Field must be .*\d/);
      }),
    );
  });
});
