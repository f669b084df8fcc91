import type { FieldPlace } from "#core/factory/generate/fields/field-module.ts";
import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import { kebabCase } from "#core/factory/generate/print/case.ts";
import { Imports } from "#core/factory/generate/print/imports.ts";
import { entityName } from "#core/factory/generate/print/names.ts";
import { call, codesIn, literal } from "#core/factory/generate/print/print.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import { ENTITY_ICON_LINES } from "./entity-icons.ts";

/** The path of an entity's module below `public/`. */
export const entityFile = ({ id }: Pick<Entity, "id">): string => `entities/${kebabCase(id)}.js`;

/** The module of an entity: one line per field. */
export function entitySource(entity: Entity, specification: Specification): string {
  const imports = new Imports(entityFile(entity)).add("entity", "lib/entity.js");
  const fields = entity.fields.map(
    (field) => `    ${fieldSource(field, { specification, entity }, imports)},\n`,
  );
  return [
    imports.print(),
    `\nexport const ${entityName(entity.id)} = entity({\n`,
    `  id: ${literal(entity.id)},\n`,
    `  name: ${literal(entity.name)},\n`,
    `  plural: ${literal(entity.plural)},\n`,
    ...(entity.icon ? [`  icon: ${literal(ENTITY_ICON_LINES[entity.icon])},\n`] : []),
    `  display: ${literal(entity.display)},\n`,
    `  fields: [\n${fields.join("")}  ],\n`,
    "});\n",
  ].join("");
}

function fieldSource(field: Field, place: FieldPlace, imports: Imports): string {
  const module = fieldModule(field.type);
  const own = module.options(field, place);
  imports.add(module.factory, `lib/fields/${kebabCase(field.type)}.js`);
  for (const { imports: used } of codesIn(own)) imports.addAll(used);
  const { id, name, required, unique } = field;
  return call(
    module.factory,
    { id, name, required: required || undefined, unique: unique || undefined, ...own },
    4,
  );
}
