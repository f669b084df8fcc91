import { expect, test } from "@jest/globals";
import { acceptanceSchema } from "#core/factory/acceptance.ts";
import { featuresOf } from "#core/factory/generate/features.ts";
import { promisesOf } from "#core/factory/generate/generate.ts";
import { manifestSchema } from "#core/factory/manifest/manifest.ts";
import { specificationFaults } from "#core/factory/specification/faults.ts";
import { readSpecification } from "#core/factory/specification/files.ts";
import { pathFault } from "#core/kernel/files.ts";
import { HOSTILE, PLANTS, RECIPES } from "./samples.ts";
import { generate, runTests, withFolder } from "./support.ts";

const app = generate(PLANTS);
const contentOf = (path: string) => app.files.find((file) => file.path === path)?.content;

test.each([PLANTS, RECIPES, HOSTILE])("the sample specification $name has no faults", (specification) => {
  expect(specificationFaults(specification)).toEqual([]);
});

test.each([PLANTS, RECIPES, HOSTILE])(
  "the app $name is a valid draft whose tests pass",
  async (specification) => {
    const { files, ...manifest } = generate(specification);
    expect(manifestSchema.safeParse({ files, ...manifest }).error).toBeUndefined();
    expect(files.map(({ path }) => pathFault(path)).filter(Boolean)).toEqual([]);
    const { passed, failed, output } = await withFolder(files, runTests);
    expect([failed, failed === 0 ? "" : output]).toEqual([0, ""]);
    expect(passed).toBeGreaterThan(20);
  },
);

test("the same specification results in the same bytes", () => {
  expect(generate(structuredClone(PLANTS))).toEqual(app);
});

test("an entity is readable code with one call for each field", () => {
  expect(contentOf("public/entities/plant.js")).toContain(
    "value: (plant) => addDays(plant.last_watered, plant.water_every),",
  );
  expect(contentOf("public/views/thirsty.js")).toContain(
    "filter: (plant) => isAtMost(plant.next_watering, currentDay()),",
  );
});

test("an app has only the parts of the library that it uses, with their tests", () => {
  expect(contentOf("public/lib/fields/date.js")).toBeDefined();
  expect(contentOf("test/lib/fields/date.test.js")).toBeDefined();
  expect(contentOf("public/lib/fields/money.js")).toBeUndefined();
});

test("an app carries its specification", () => {
  expect(readSpecification(app.files)).toEqual(PLANTS);
});

test("the promises of a plan are the names of the acceptances", () => {
  expect(promisesOf(PLANTS)).toEqual(app.acceptance.map(({ name }) => name));
  expect(new Set(promisesOf(PLANTS)).size).toBe(app.acceptance.length);
  for (const acceptance of app.acceptance)
    expect(acceptanceSchema.safeParse(acceptance).error).toBeUndefined();
});

test("the features of a plan have unique identifiers", () => {
  const ids = featuresOf(PLANTS).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("no name becomes markup, neither in the page nor in its icon", () => {
  const { files } = generate(HOSTILE);
  const text = (path: string) => files.find((file) => file.path === path)?.content ?? "";
  expect(text("public/index.html").match(/<script/g)).toHaveLength(1);
  expect(text("public/index.html")).toContain("` &lt;/script&gt; &quot;it&#39;s&quot;");
  for (const { path, content } of files) if (path.endsWith(".js")) expect(content).not.toContain("</script>");
});
