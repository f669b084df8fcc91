import type { FieldType } from "#core/factory/specification/field.ts";
import type { FieldModule } from "./field-module.ts";
import { TEXT } from "./text.ts";

/** The field types that can be generated, one row each: see {@link FieldModule} for what a type needs. */
export const FIELDS: readonly FieldModule[] = [TEXT];

/** The module of a type. Throws a TypeError for a type without one. */
export function fieldModule(type: FieldType): FieldModule {
  const module = FIELDS.find((each) => each.type === type);
  if (!module) throw new TypeError(`The field type '${type}' cannot be generated.`);
  return module;
}
