import { kebabCase } from "#core/factory/generate/print/case.ts";
import { code } from "#core/factory/generate/print/code.ts";
import type { Imports } from "#core/factory/generate/print/imports.ts";
import { entityName } from "#core/factory/generate/print/names.ts";
import { print } from "#core/factory/generate/print/print.ts";
import type { Custom } from "#core/factory/specification/custom.ts";

/** The page of a slot, as an item of the app's views. What fills the slot is loaded when the page is opened. */
export function customSource({ id, name, entity }: Custom, imports: Imports): string {
  imports.add("view", "lib/view.js").add("customView", "lib/views/custom.js");
  const options = { id: kebabCase(id), name, entity: code(entityName(entity)) };
  return `view(customView, ${print(options, 4, 100)})`;
}
