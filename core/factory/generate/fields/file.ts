import type { FieldModule } from "./field-module.ts";

export const FILE: FieldModule = {
  type: "file",
  factory: "file",
  options: () => ({}),
  example: (_field, n) => {
    const name = `note-${n + 1}.txt`;
    return {
      value: undefined,
      steps: (target) => [{ do: "upload", target, name, content: `${n + 1}` }],
      shown: name,
    };
  },
};
