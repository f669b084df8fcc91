import { typed } from "./examples.ts";
import type { FieldModule } from "./field-module.ts";

/** In the order of the alphabet, and so long that a search for one finds no other word that begins like it. */
const WORDS = ["Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fir"];

export const TEXT: FieldModule = {
  type: "text",
  factory: "text",
  options: ({ default: initial }) => ({ initial }),
  example: ({ name }, n) => {
    const value = `${name} ${WORDS[n] ?? n}`;
    return typed(value, value);
  },
};
