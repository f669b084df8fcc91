import type { FieldModule } from "./field-module.ts";
import { memberOf } from "./groups.ts";

export const RATING: FieldModule = {
  type: "rating",
  factory: "rating",
  options: ({ max }) => ({ max }),
  example: (field, n) => {
    const { max = 5 } = field;
    const value = max - (n % max);
    return {
      value,
      steps: (target) => [{ do: "check", target: memberOf(field, target, String(value)) }],
      shown: "★".repeat(value) + "☆".repeat(max - value),
    };
  },
};
