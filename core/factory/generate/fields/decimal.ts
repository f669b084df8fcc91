import { decimalExample, typed, written } from "./examples.ts";
import type { FieldModule, FieldPlace } from "./field-module.ts";

export const DECIMAL: FieldModule = {
  type: "decimal",
  factory: "decimal",
  options: ({ default: initial, unit, min, max }) => ({ initial, unit, min, max }),
  example: (field, n, place) => number(decimalExample(field, n, 6), place),
  numbered: (_field, value, place) => number(value, place),
};

const number = (value: number, { specification: { locale } }: FieldPlace) =>
  typed(value, written(value, locale));
