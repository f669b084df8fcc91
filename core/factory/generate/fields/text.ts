import { typed } from "./examples.ts";
import type { FieldModule } from "./field-module.ts";

export const TEXT: FieldModule = {
  type: "text",
  factory: "text",
  options: ({ default: initial }) => ({ initial }),
  example: ({ name }, n) => {
    const value = `${name} ${"ABCDEF"[n] ?? n}`;
    return typed(value, value);
  },
};
