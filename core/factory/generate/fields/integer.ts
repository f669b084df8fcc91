import { typed, wholeExample } from "./examples.ts";
import type { FieldModule } from "./field-module.ts";

export const INTEGER: FieldModule = {
  type: "integer",
  factory: "integer",
  options: ({ default: initial, unit, min, max }) => ({ initial, unit, min, max }),
  example: (field, n) => whole(wholeExample(field, n)),
  numbered: (_field, value) => whole(value),
};

const whole = (value: number) => typed(value, String(value));
