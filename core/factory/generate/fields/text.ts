import type { FieldModule } from "./field-module.ts";

export const TEXT: FieldModule = {
  type: "text",
  factory: "text",
  options: ({ default: initial }) => ({ initial }),
  example: ({ name }, n) => {
    const value = `${name} ${"ABCDEF"[n] ?? n}`;
    return { value, steps: (target) => [{ do: "fill", target, value }], shown: value };
  },
};
