import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

export const checks: Catalogue["checks"] = {
  title: "Vérifications",
  lead: "Ce que cette installation sait d’elle-même.",
  states: { ok: "En ordre", warn: "Limité", fail: "En échec" },
  fix: (remedy) => `Remède : ${remedy}`,
  again: "Vérifier à nouveau",
  all: "Toutes les vérifications",
  hindrances: "Ce qui limite les builds ici",
  elsewhere: (here, aws) => phrase`La machine elle-même est vérifiée par ${here}, un compte AWS par ${aws}.`,
};
