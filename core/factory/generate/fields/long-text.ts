import { typed } from "./examples.ts";
import type { FieldModule } from "./field-module.ts";

export const LONG_TEXT: FieldModule = {
  type: "long_text",
  factory: "longText",
  options: () => ({}),
  example: ({ name }, n) => {
    const value = `${name} ${"ABCDEF"[n] ?? n}`;
    return typed(value, value);
  },
};
