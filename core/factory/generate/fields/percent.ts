import { typed } from "./examples.ts";
import type { FieldModule } from "./field-module.ts";

export const PERCENT: FieldModule = {
  type: "percent",
  factory: "percent",
  options: ({ default: initial }) => ({ initial }),
  example: (_field, n) => typed(15 * (n + 1), String(15 * (n + 1))),
  numbered: (_field, value) => typed(value, String(value)),
};
