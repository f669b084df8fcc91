import { typed } from "./examples.ts";
import type { FieldModule } from "./field-module.ts";

/** Shown without the scheme. */
export const URL: FieldModule = {
  type: "url",
  factory: "url",
  options: () => ({}),
  example: (_field, n) => ({
    ...typed(`https://example.org/${n + 1}`, `https://example.org/${n + 1}`),
    shown: `example.org/${n + 1}`,
  }),
};
