import type { FieldModule } from "./field-module.ts";

export const IMAGE: FieldModule = {
  type: "image",
  factory: "image",
  options: () => ({}),
  example: (_field, n) => ({
    value: undefined,
    steps: (target) => {
      const name = `picture-${n + 1}.png`;
      // The form refuses a picture until it is ready, which its preview shows.
      const preview = "css" in target ? { css: `.file-input:has(${target.css}) img` } : target;
      return [
        { do: "upload", target, name },
        { do: "attribute", target: preview, name: "alt", value: name },
      ];
    },
    shown: null,
  }),
};
