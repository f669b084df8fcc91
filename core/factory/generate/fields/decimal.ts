import { decimalExample, typed, written } from "./examples.ts";
import type { FieldModule } from "./field-module.ts";

export const DECIMAL: FieldModule = {
  type: "decimal",
  factory: "decimal",
  options: ({ default: initial, unit, min, max }) => ({ initial, unit, min, max }),
  example: (field, n, { specification: { locale } }) => {
    const value = decimalExample(field, n, 6);
    return typed(value, written(value, locale));
  },
};
