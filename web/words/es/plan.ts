import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

const counted = countedIn("es");

export const plan: Catalogue["plan"] = {
  plan: "Plan",
  theHash: "el hash del plan",
  toFix: (sentence, fix) => `${sentence} Para resolverlo: ${fix}`,
  features: "Funciones",
  leftOutFeature: "(sin incluir)",
  promises: (count) => `Un navegador comprobará ${counted(count, "promesa", "promesas")}`,
  putLive: "Ponerla en línea",
  openPullRequest: "Abrir una pull request con el código",
  buildThis: "Construir este plan",
  changes: "Qué cambia",
  startsFrom: (branch) => phrase`Parte de lo que se incorporó a ${branch}:`,
  askedFor: "Usted pidió",
  no: "No",
  asked: "Se pregunta",
  yes: "Sí",
  notInThisApp: "no en esta aplicación",
  notWithoutModel: "no sin un modelo",
  refusedBecause: (refusal, reason) => `${refusal}: ${reason}`,
  askedBack: "se pregunta",
  met: "sí",
  comesWithIt: "viene incluido",
  madeOf: { site: "De qué se compone el sitio", app: "De qué se compone la aplicación" },
  sections: "Secciones",
  pages: "Páginas",
  writtenByModel: "Escrito por un modelo",
  with: "Con",
  required: "obligatorio",
};
