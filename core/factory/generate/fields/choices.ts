import type { Field } from "#core/factory/specification/field.ts";
import type { FieldModule } from "./field-module.ts";
import { memberOf } from "./groups.ts";

export const CHOICES: FieldModule = {
  type: "choices",
  factory: "choices",
  options: ({ options }) => ({ options: options as NonNullable<Field["options"]> }),
  example: (field, n) => {
    const options = field.options ?? [];
    const option = options[n % options.length];
    if (!option) return null;
    return {
      value: [option.id],
      steps: (target) => [{ do: "check", target: memberOf(field, target, option.id) }],
      shown: option.name,
    };
  },
};
