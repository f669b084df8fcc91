import { translate } from "#core/factory/generate/words/words.ts";
import type { FieldModule } from "./field-module.ts";

export const BOOLEAN: FieldModule = {
  type: "boolean",
  factory: "checkbox",
  options: ({ default: initial }) => ({ initial }),
  example: (_field, n, { specification: { locale } }) => {
    const value = n % 2 === 0;
    return {
      value,
      steps: (target) => [{ do: "check", target, checked: value }],
      shown: translate(value ? "yes" : "no", locale),
    };
  },
};
