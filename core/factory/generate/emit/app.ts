import { behaviourModule } from "#core/factory/generate/behaviours/behaviours.ts";
import { kebabCase } from "#core/factory/generate/print/case.ts";
import { Imports } from "#core/factory/generate/print/imports.ts";
import { entityName, viewName } from "#core/factory/generate/print/names.ts";
import { call, codesIn, literal } from "#core/factory/generate/print/print.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import { customSource } from "./custom.ts";
import { entityFile } from "./entity.ts";
import { viewFile } from "./view.ts";

/** The module that starts the app: what it consists of, in order. */
export function appSource(database: string, specification: Specification): string {
  const { name, locale, currency, look, entities, views, behaviours, custom = [] } = specification;
  const imports = new Imports("app.js").add("startApp", "lib/app.js").add("words", `lib/words/${locale}.js`);
  for (const entity of entities) imports.add(entityName(entity.id), entityFile(entity));
  for (const view of views) imports.add(viewName(view.id), viewFile(view));
  const slots = custom.map((page) => customSource(page, imports));
  const calls = behaviours.map((behaviour) => behaviourSource(behaviour, specification, imports));
  return [
    imports.print(),
    "\nexport const app = await startApp({\n",
    `  title: ${literal(name)},\n`,
    `  database: ${literal(database)},\n`,
    `  locale: ${literal(locale)},\n`,
    `  currency: ${literal(currency)},\n`,
    "  words,\n",
    `  themes: ${look.scheme === "both"},\n`,
    list(
      "entities",
      entities.map(({ id }) => entityName(id)),
    ),
    list("views", [...views.map(({ id }) => viewName(id)), ...slots]),
    list("behaviours", calls),
    "});\n",
  ].join("");
}

function behaviourSource(behaviour: Behaviour, specification: Specification, imports: Imports): string {
  const module = behaviourModule(behaviour);
  const entity = "entity" in behaviour ? behaviour.entity : undefined;
  const options = { entity, ...module.options(behaviour, specification) };
  imports.add(module.factory, `lib/behaviours/${kebabCase(behaviour.kind)}.js`);
  for (const { imports: used } of codesIn(options)) imports.addAll(used);
  return call(module.factory, options, 4);
}

function list(name: string, items: readonly string[]): string {
  const line = `  ${name}: [${items.join(", ")}],\n`;
  if (line.length < 100 && !line.includes("(")) return line;
  return `  ${name}: [\n${items.map((item) => `    ${item},\n`).join("")}  ],\n`;
}
