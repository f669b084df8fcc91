import { typed } from "./examples.ts";
import type { FieldModule } from "./field-module.ts";

const COLORS = ["#c0392b", "#2471a3", "#1e8449", "#b7950b", "#7d3c98", "#566573"];

export const COLOR: FieldModule = {
  type: "color",
  factory: "color",
  options: ({ default: initial }) => ({ initial }),
  example: (_field, n) => {
    const value = COLORS[n % COLORS.length] as string;
    return typed(value, value);
  },
};
