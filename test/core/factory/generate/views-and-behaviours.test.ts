import { expect, test } from "@jest/globals";
import { acceptanceSchema } from "#core/factory/acceptance.ts";
import { formSteps, pathOfView } from "#core/factory/generate/acceptance/forms.ts";
import { BEHAVIOURS, behaviourModule } from "#core/factory/generate/behaviours/behaviours.ts";
import { samplesOf } from "#core/factory/generate/samples/samples.ts";
import { VIEWS, viewModule } from "#core/factory/generate/views/views.ts";
import { WORDS } from "#core/factory/generate/words/words.ts";
import { specificationFaults } from "#core/factory/specification/faults.ts";
import { type Entity, LOCALES } from "#core/factory/specification/specification.ts";
import { consult } from "#local/brain/roles/consultant.ts";
import { HOUSEHOLD } from "./household.ts";
import { generate, runTests, withFolder } from "./support.ts";

const used = (parts: readonly { kind: string }[]) => [...new Set(parts.map(({ kind }) => kind))].sort();

const form = (id = HOUSEHOLD.entities[0]?.id) =>
  formSteps(HOUSEHOLD.entities.find((entity) => entity.id === id) as Entity, HOUSEHOLD);

test("the sample uses every kind of view and behaviour", () => {
  expect(used(HOUSEHOLD.views)).toEqual(Object.keys(VIEWS).sort());
  expect(used(HOUSEHOLD.behaviours)).toEqual(Object.keys(BEHAVIOURS).sort());
  expect(specificationFaults(HOUSEHOLD)).toEqual([]);
});

test("an app with every view and behaviour passes its tests", async () => {
  const { passed, failed, output } = await withFolder(generate(HOUSEHOLD).files, runTests);
  expect([failed, failed === 0 ? "" : output]).toEqual([0, ""]);
  expect(passed).toBeGreaterThan(100);
});

test.each(LOCALES)("every text of an app in %s is there", (locale) => {
  expect(() => generate({ ...HOUSEHOLD, locale })).not.toThrow();
});

test("each view has a promise that its steps verify", () => {
  for (const view of HOUSEHOLD.views) {
    const entity = HOUSEHOLD.entities.find(({ id }) => id === view.entity) as Entity;
    const place = { specification: HOUSEHOLD, entity, path: pathOfView(view), form: form(view.entity) };
    const name = viewModule(view).promise(view, HOUSEHOLD);
    const steps = viewModule(view).steps(view, place);
    expect([view.id, acceptanceSchema.safeParse({ name, steps }).error]).toEqual([view.id, undefined]);
  }
});

test("each behaviour has a promise that its steps verify", () => {
  const place = { specification: HOUSEHOLD, form };
  for (const behaviour of HOUSEHOLD.behaviours) {
    const name = behaviourModule(behaviour).promise(behaviour, HOUSEHOLD);
    const steps = behaviourModule(behaviour).steps(behaviour, place);
    const { error } = acceptanceSchema.safeParse({ name, steps });
    expect([behaviour.kind, error]).toEqual([behaviour.kind, undefined]);
  }
});

test("every text is there in every language with the same places to fill in", () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)~?\}/g)].map(([, place]) => place).sort();
  for (const [key, word] of Object.entries(WORDS)) {
    const others = LOCALES.map((locale) => {
      const form = word[locale];
      return places(typeof form === "string" ? form : form.other);
    });
    for (const other of others) expect([key, other]).toEqual([key, others[0]]);
  }
});

test("sample records refer to samples of the entity that their field names", () => {
  const samples = samplesOf(HOUSEHOLD) as [string, Record<string, { sample: number }>][];
  expect(samples.length).toBe(3 * HOUSEHOLD.entities.length);
  for (const [entity, values] of samples)
    if (entity === "chore") expect(samples[values.room?.sample ?? -1]?.[0]).toBe("room");
});

test("the first sample runs low, and the others do not", () => {
  const { specification } =
    consult({ messages: ["inventory with low-stock warning and sample data"] }).proposal ?? {};
  if (specification?.kind !== "app") throw new TypeError("no app");
  const watch = specification.behaviours.find((each) => each.kind === "low_stock");
  if (watch?.kind !== "low_stock") throw new TypeError("no warning");
  const samples = samplesOf(specification) as [string, Record<string, number>][];
  const limit = (values: Record<string, number>) =>
    ("field" in watch.at ? values[watch.at.field] : "number" in watch.at ? watch.at.number : 0) ?? 0;
  const low = samples
    .filter(([entity]) => entity === watch.entity)
    .map(([, values]) => (values[watch.field] ?? 0) <= limit(values));
  expect(low).toEqual([true, false, false]);
});

test("only an app that works offline has a service worker and a manifest", () => {
  const paths = (behaviours: typeof HOUSEHOLD.behaviours) =>
    generate({ ...HOUSEHOLD, behaviours })
      .files.map(({ path }) => path)
      .filter((path) => /worker|webmanifest/.test(path));
  expect(paths([{ kind: "offline" }])).toEqual([
    "public/lib/service-worker.js",
    "public/manifest.webmanifest",
    "public/service-worker.js",
    "test/lib/service-worker.test.js",
  ]);
  expect(paths([])).toEqual([]);
});

test("the service worker names every public file of the app, and changes with each of them", () => {
  const worker = (specification: typeof HOUSEHOLD) => {
    const { files } = generate(specification);
    const content = files.find(({ path }) => path === "public/service-worker.js")?.content ?? "";
    return { content, paths: files.map(({ path }) => path) };
  };
  const { content, paths } = worker(HOUSEHOLD);
  const named = paths
    .filter((path) => path.startsWith("public/") && path !== "public/service-worker.js")
    .map((path) => (path === "public/index.html" ? "./" : path.slice("public/".length)));
  for (const file of named) expect(content).toContain(JSON.stringify(file));
  const versionOf = (source: string) => /version: "([0-9a-f]{16})"/.exec(source)?.[1];
  expect(versionOf(content)).toBeDefined();
  expect(versionOf(worker(HOUSEHOLD).content)).toBe(versionOf(content));
  expect(versionOf(worker({ ...HOUSEHOLD, name: "Home" }).content)).not.toBe(versionOf(content));
});
