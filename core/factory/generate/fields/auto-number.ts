import type { FieldModule } from "./field-module.ts";

export const AUTO_NUMBER: FieldModule = {
  type: "auto_number",
  factory: "autoNumber",
  options: () => ({}),
  example: () => null,
};
