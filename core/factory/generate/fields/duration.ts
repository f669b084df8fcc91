import { typed } from "./examples.ts";
import type { FieldModule } from "./field-module.ts";

export const DURATION: FieldModule = {
  type: "duration",
  factory: "duration",
  options: ({ default: initial }) => ({ initial }),
  example: (_field, n) => {
    const minutes = 30 * (n + 1) + 5;
    return typed(minutes * 60, `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`);
  },
};
