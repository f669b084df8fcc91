import { typed } from "./examples.ts";
import type { FieldModule } from "./field-module.ts";

const NAMES = ["ana", "ben", "clara", "david", "emma", "felix"];

export const EMAIL: FieldModule = {
  type: "email",
  factory: "email",
  options: () => ({}),
  example: (_field, n) => {
    const value = `${NAMES[n] ?? `person${n}`}@example.org`;
    return typed(value, value);
  },
};
