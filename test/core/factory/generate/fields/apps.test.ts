import { describe, expect, it } from "@jest/globals";
import { specificationFaults } from "#core/factory/specification/faults.ts";
import { FIELD_TYPES } from "#core/factory/specification/field.ts";
import { generate, runTests, withFolder } from "../support.ts";
import { appWith, EVERYTHING } from "./samples.ts";

describe.each(FIELD_TYPES)("an app with a field of type %s", (type) => {
  it("is generated with the field's module and its tests", () => {
    const specification = appWith(type);
    expect(specificationFaults(specification)).toEqual([]);
    const paths = generate(specification).files.map(({ path }) => path);
    const file = type.replaceAll("_", "-");
    expect(paths).toContain(`public/lib/fields/${file}.js`);
    expect(paths).toContain(`test/lib/fields/${file}.test.js`);
  });
});

describe("an app with fields of all types", () => {
  it("passes its tests", async () => {
    const specification = { ...EVERYTHING, locale: "de" as const };
    expect(specificationFaults(specification)).toEqual([]);
    const { failed, output } = await withFolder(generate(specification).files, runTests);
    expect([failed, failed === 0 ? "" : output]).toEqual([0, ""]);
  });

  it("computes amounts in the minor unit", () => {
    const thing = generate(EVERYTHING).files.find(({ path }) => path === "public/entities/thing.js");
    expect(thing?.content).toContain("initial: 250");
    expect(thing?.content).toContain("value: (thing) => multiplyNumbers(thing.money, thing.integer)");
  });
});
