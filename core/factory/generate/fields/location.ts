import { typed } from "./examples.ts";
import type { FieldModule } from "./field-module.ts";

const STREETS = { en: "Main Street", de: "Hauptstraße", fr: "Rue Principale", es: "Calle Mayor" };

export const LOCATION: FieldModule = {
  type: "location",
  factory: "location",
  options: () => ({}),
  example: (_field, n, { specification: { locale } }) => {
    const text = `${STREETS[locale]} ${n + 1}`;
    return { ...typed(text, text), value: { text } };
  },
};
