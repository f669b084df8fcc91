import { stripTypeScriptTypes } from "node:module";
import { expect, test } from "@jest/globals";
import { BEHAVIOURS } from "#core/factory/generate/behaviours/behaviours.ts";
import { VIEWS } from "#core/factory/generate/views/views.ts";
import { manifestSchema } from "#core/factory/manifest/manifest.ts";
import { specificationFaults } from "#core/factory/specification/faults.ts";
import { FIELD_TYPES } from "#core/factory/specification/field.ts";
import { generate, runTests, withFolder } from "#test/core/factory/generate/support.ts";
import { fc } from "#test/support/property.ts";
import { PAIRWISE } from "./specifications.ts";

/** How many cases run their tests here; the slow suite runs those of all. */
const SAMPLE = 2;

const kinds = (parts: readonly { readonly kind: string }[]) => new Set(parts.map(({ kind }) => kind));

test("the cases contain every type of field, view and behaviour", () => {
  const types = new Set(
    PAIRWISE.flatMap(({ entities }) => entities.flatMap(({ fields }) => fields)).map(({ type }) => type),
  );
  expect(types).toEqual(new Set(FIELD_TYPES));
  expect(kinds(PAIRWISE.flatMap(({ views }) => views))).toEqual(new Set(Object.keys(VIEWS)));
  expect(kinds(PAIRWISE.flatMap(({ behaviours }) => behaviours))).toEqual(new Set(Object.keys(BEHAVIOURS)));
});

test.each(PAIRWISE)("$name is a valid specification", (specification) => {
  expect(specificationFaults(specification)).toEqual([]);
});

test.each(PAIRWISE)("$name is generated as a valid draft whose own files can be parsed", (specification) => {
  const manifest = generate(specification);
  expect(manifestSchema.safeParse(manifest).error).toBeUndefined();
  const own = manifest.files.filter(({ path }) =>
    /^(public\/(app|entities|views)|test\/(app|entities))\S*\.js$/.test(path),
  );
  for (const { path, content } of own) expect([path, faultOf(content)]).toEqual([path, null]);
});

test("cases that the seed of the run selects pass their own tests", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PAIRWISE), async (specification) => {
      const { failed, output } = await withFolder(generate(specification).files, runTests);
      expect([specification.name, failed, failed === 0 ? "" : output]).toEqual([specification.name, 0, ""]);
    }),
    { numRuns: SAMPLE, endOnFailure: true },
  );
});

/** Why a module cannot be parsed; null if it can. */
function faultOf(source: string): string | null {
  try {
    stripTypeScriptTypes(source);
    return null;
  } catch (error) {
    return String(error);
  }
}
