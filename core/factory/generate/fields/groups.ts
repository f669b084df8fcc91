import type { Target } from "#core/factory/acceptance.ts";
import type { Field } from "#core/factory/specification/field.ts";

/** The radio button or checkbox of one value in the group of controls that a field has in the form. */
export function memberOf({ id }: Field, target: Target, value: string): Target {
  const group = "css" in target ? target.css : `#field-${id}`;
  return { css: `${group} input[value="${value}"]` };
}
