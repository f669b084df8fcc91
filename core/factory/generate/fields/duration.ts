import { typed } from "./examples.ts";
import type { Example, FieldModule } from "./field-module.ts";

export const DURATION: FieldModule = {
  type: "duration",
  factory: "duration",
  options: ({ default: initial }) => ({ initial }),
  example: (_field, n) => time(60 * (30 * (n + 1) + 5)),
  numbered: (_field, value) => time(value),
};

function time(seconds: number): Example {
  const minutes = Math.round(seconds / 60);
  return typed(seconds, `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`);
}
