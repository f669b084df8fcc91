import type { FieldModule } from "./field-module.ts";

export const IMAGE: FieldModule = {
  type: "image",
  factory: "image",
  options: () => ({}),
  example: () => ({ value: undefined, steps: () => [], shown: null }),
};
