import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

const counted = countedIn("fr");

export const plan: Catalogue["plan"] = {
  plan: "Plan",
  theHash: "le hash du plan",
  toFix: (sentence, fix) => `${sentence} Pour y remédier : ${fix}`,
  features: "Fonctions",
  leftOutFeature: "(non retenue)",
  promises: (count) => `Un navigateur vérifiera ${counted(count, "promesse", "promesses")}`,
  putLive: "Mettre en ligne",
  openPullRequest: "Ouvrir une pull request avec le code",
  buildThis: "Construire ce plan",
  changes: "Ce qui change",
  startsFrom: (branch) => phrase`Le point de départ est ce qui a été ajouté à ${branch} :`,
  askedFor: "Vous avez demandé",
  no: "Non",
  asked: "Question posée",
  yes: "Oui",
  notInThisApp: "pas dans cette application",
  notWithoutModel: "pas sans modèle",
  refusedBecause: (refusal, reason) => `${refusal} : ${reason}`,
  askedBack: "question posée",
  met: "oui",
  comesWithIt: "compris d’office",
  madeOf: { site: "De quoi le site est fait", app: "De quoi l’application est faite" },
  sections: "Sections",
  pages: "Pages",
  writtenByModel: "Écrit par un modèle",
  with: "Avec",
  required: "obligatoire",
};
