import type { Field } from "#core/factory/specification/field.ts";
import type { Example, FieldModule } from "./field-module.ts";
import { memberOf } from "./groups.ts";

export const RATING: FieldModule = {
  type: "rating",
  factory: "rating",
  options: ({ max }) => ({ max }),
  example: (field, n) => {
    const { max = 5 } = field;
    return stars(field, max - (n % max));
  },
  numbered: stars,
};

function stars(field: Field, value: number): Example {
  const { max = 5 } = field;
  return {
    value,
    steps: (target) => [{ do: "check", target: memberOf(field, target, String(value)) }],
    shown: "★".repeat(value) + "☆".repeat(max - value),
  };
}
