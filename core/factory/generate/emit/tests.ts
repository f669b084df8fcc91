import type { Target } from "#core/factory/acceptance.ts";
import { formSteps, isCreatable } from "#core/factory/generate/acceptance/forms.ts";
import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import { kebabCase } from "#core/factory/generate/print/case.ts";
import type { Printable } from "#core/factory/generate/print/code.ts";
import { entityName } from "#core/factory/generate/print/names.ts";
import { literal, print } from "#core/factory/generate/print/print.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { entityFile } from "./entity.ts";

/** The tests of the generated modules: of each entity's fields, and of the pages. */
export function testFiles(specification: Specification): SourceFile[] {
  return [
    ...specification.entities.map((entity) => ({
      path: `test/entities/${kebabCase(entity.id)}.test.js`,
      content: entityTest(entity, specification),
    })),
    { path: "test/app.test.js", content: appTest(specification) },
  ];
}

function entityTest(entity: Entity, specification: Specification): string {
  const name = entityName(entity.id);
  const { locale, currency } = specification;
  const examples = examplesOf(entity, specification);
  const required = entity.fields.filter((field) => field.required).map(({ id }) => id);
  return `import "../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { ${name} } from "../../public/${entityFile(entity)}";
import { words } from "../../public/lib/words/${locale}.js";

const app = {
  words,
  locale: ${literal(locale)},
  currency: ${literal(currency)},
  entities: new Map([[${name}.id, ${name}]]),
  records: { all: () => [], get: () => undefined, naming: () => [] },
};
const example = ${print(examples, 0, "const example = ".length)};

test("a record of ${escapeTitle(entity.name)} is kept as it was entered", () => {
  for (const [id, value] of Object.entries(example)) {
    const field = ${name}.fields.find((each) => each.id === id);
    assert.equal(field.accepts(value), true, id);
    assert.equal(field.check(value, app, example), null, id);
    const { read } = field.input(value, app, { id: \`field-\${id}\`, describedBy: "error" });
    assert.deepEqual(read(), value, id);
  }
});

test("empty fields are kept as empty", () => {
  for (const field of ${name}.fields) assert.equal(field.accepts(field.empty) || field.derived, true, field.id);
});

test("only what is needed is required", () => {
  assert.deepEqual(${name}.fields.filter(({ required }) => required).map(({ id }) => id), ${print(required, 0, 95)});
});
`;
}

/** The first example of each field whose value can be printed. */
function examplesOf(entity: Entity, specification: Specification): Record<string, Printable> {
  const place = { specification, entity };
  const found = entity.fields.flatMap((field) => {
    const value = field.type === "file" || field.type === "image" ? undefined : exampleValue(field, place);
    return value === undefined || value === null ? [] : [[field.id, value] as const];
  });
  return Object.fromEntries(found);
}

function exampleValue(field: Field, place: { specification: Specification; entity: Entity }) {
  return fieldModule(field.type).example(field, 0, place)?.value;
}

/** A test of the pages: each can be shown; a record is added, deleted and restored. */
function appTest(specification: Specification): string {
  const { name } = specification;
  const entity = specification.entities.find((each) => isPlain(each) && isCreatable(each, specification));
  return `import "./support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./support/app.js";

const { app } = await import("../public/app.js");

test("the app opens, and each of its pages can be shown", () => {
  assert.ok(page.shows(${literal(name)}));
  for (const { path } of app.pages) {
    page.open(path);
    assert.equal(document.querySelectorAll("h1").length, 1, path);
  }
});
${entity ? recordsTest(entity, specification) : ""}`;
}

/** Whether a record needs no other record. */
const isPlain = ({ fields }: Entity): boolean =>
  fields.every(({ reference, required }) => !reference || !(reference.owned || required));

function recordsTest(entity: Entity, specification: Specification): string {
  const { locale, views } = specification;
  const view = views.find((each) => each.entity === entity.id && each.kind !== "detail");
  const form = formSteps(entity, specification);
  const steps = form.create(0).slice(1, -1);
  const fills = steps.flatMap((step) => (step.do === "fill" && "css" in step.target ? [step] : []));
  if (!view || fills.length < steps.length) return "";
  const fill = fills
    .map(({ target, value }) => `  page.fill(${literal(cssOf(target))}, ${literal(value)});\n`)
    .join("");
  const click = (key: string) => `  await page.click(page.button(${literal(translate(key, locale))}));\n`;
  const all = `app.records.all(${literal(entity.id)})`;
  const open = `  page.open(${literal(`/${kebabCase(view.id)}`)});
  await page.click(page.button(${literal(translate("newRecord", locale, { name: entity.name }))}));
`;
  return `
test("a record is added, shown, deleted and restored", async () => {
${open}${fill}${click("save")}  const [record] = ${all};
  page.open(\`/${entity.id}/\${record.id}\`);
  assert.ok(page.shows(${literal(form.named(0))}));
${click("delete")}  assert.deepEqual(${all}, []);
${click("undo")}  assert.deepEqual(${all}, [record]);
});
${entity.fields.some(({ required }) => required) ? emptyFormTest(open, click("save"), all) : ""}`;
}

function emptyFormTest(open: string, save: string, all: string): string {
  return `
test("a form with a missing required value shows an error and is not saved", async () => {
  const before = ${all};
${open}  for (const control of document.querySelectorAll("dialog input, dialog textarea")) control.value = "";
${save}  assert.equal(${all}, before);
  assert.equal(document.querySelector("dialog .form-summary").hidden, false);
});
`;
}

const cssOf = (target: Target): string => ("css" in target ? target.css : "");

const escapeTitle = (text: string): string => literal(text).slice(1, -1);
