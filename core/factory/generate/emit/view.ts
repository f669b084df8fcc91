import { kebabCase } from "#core/factory/generate/print/case.ts";
import { code, type Options } from "#core/factory/generate/print/code.ts";
import { Imports } from "#core/factory/generate/print/imports.ts";
import { entityName, viewName } from "#core/factory/generate/print/names.ts";
import { codesIn, print } from "#core/factory/generate/print/print.ts";
import { viewModule } from "#core/factory/generate/views/views.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";
import { conditionCode } from "./condition.ts";
import { entityFile } from "./entity.ts";

/** The path of a view's module below `public/`. */
export const viewFile = ({ id }: Pick<View, "id">): string => `views/${kebabCase(id)}.js`;

/** The module of a view: one call of the component of its kind. */
export function viewSource(view: View, specification: Specification): string {
  const module = viewModule(view);
  const entity = specification.entities.find(({ id }) => id === view.entity) as Entity;
  const options = { ...commonOptions(view, entity), ...module.options(view, specification) };
  const imports = new Imports(viewFile(view))
    .add("view", "lib/view.js")
    .add(module.factory, `lib/views/${kebabCase(view.kind)}.js`)
    .add(entityName(entity.id), entityFile(entity));
  for (const { imports: used } of codesIn(options)) imports.addAll(used);
  return `${imports.print()}\nexport const ${viewName(view.id)} = view(${module.factory}, ${print(options, 0, 120)});\n`;
}

/** The options that every kind has. */
function commonOptions(view: View, entity: Entity): Options {
  return {
    id: kebabCase(view.id),
    name: view.name,
    entity: code(entityName(entity.id)),
    fields: "fields" in view ? view.fields : undefined,
    sort: view.sort && { field: view.sort.field, descending: view.sort.descending },
    filter: view.filter && conditionCode(view.filter, entity),
  };
}
