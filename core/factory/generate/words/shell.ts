import type { Words } from "./word.ts";

/** The texts of the shell, the form and the messages. */
export const SHELL_WORDS: Words = {
  required: {
    en: "{name} is required.",
    de: "{name} fehlt.",
    fr: "{name} est obligatoire.",
    es: "Falta {name}.",
  },
  save: { en: "Save", de: "Speichern", fr: "Enregistrer", es: "Guardar" },
};
