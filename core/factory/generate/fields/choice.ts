import type { Field } from "#core/factory/specification/field.ts";
import type { FieldModule } from "./field-module.ts";
import { memberOf } from "./groups.ts";

/** The most options that the form shows as radio buttons; more are a menu. As in the runtime. */
const MAX_RADIOS = 3;

export const CHOICE: FieldModule = {
  type: "choice",
  factory: "choice",
  options: ({ options, default: initial }) => ({
    options: options as NonNullable<Field["options"]>,
    initial,
  }),
  example: (field, n) => {
    const options = field.options ?? [];
    const option = options[n % options.length];
    if (!option) return null;
    return {
      value: option.id,
      steps: (target) =>
        options.length > MAX_RADIOS
          ? [{ do: "select", target, value: option.id }]
          : [{ do: "check", target: memberOf(field, target, option.id) }],
      shown: option.name,
    };
  },
};
