import type { FieldModule } from "./field-module.ts";

export const FILE: FieldModule = {
  type: "file",
  factory: "file",
  options: () => ({}),
  example: () => ({ value: undefined, steps: () => [], shown: null }),
};
