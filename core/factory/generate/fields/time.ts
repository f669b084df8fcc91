import type { FieldModule } from "./field-module.ts";

export const TIME: FieldModule = {
  type: "time",
  factory: "time",
  options: ({ default: initial }) => ({ initial }),
  example: (_field, n) => {
    const value = `1${n % 2}:${30 + n}`;
    return { value, steps: (target) => [{ do: "fill", target, value }], shown: value };
  },
};
