import type { FieldModule } from "./field-module.ts";

export const CREATED_AT: FieldModule = {
  type: "created_at",
  factory: "createdAt",
  options: () => ({}),
  example: () => null,
};
