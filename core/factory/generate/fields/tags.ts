import { EXAMPLE_WORDS, typed } from "./examples.ts";
import type { FieldModule } from "./field-module.ts";

export const TAGS: FieldModule = {
  type: "tags",
  factory: "tags",
  options: () => ({}),
  example: (_field, n, { specification: { locale } }) => {
    const tag = EXAMPLE_WORDS[locale][n % 6] as string;
    return { ...typed(tag, tag), value: [tag] };
  },
};
