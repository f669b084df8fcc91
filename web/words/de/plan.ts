import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

const counted = countedIn("de");

export const plan: Catalogue["plan"] = {
  plan: "Plan",
  theHash: "Hash des Plans",
  toFix: (sentence, fix) => `${sentence} Abhilfe: ${fix}`,
  features: "Funktionen",
  leftOutFeature: "(weggelassen)",
  promises: (count) => `Ein Browser prüft ${counted(count, "Zusage", "Zusagen")}`,
  putLive: "Live schalten",
  openPullRequest: "Einen Pull Request mit dem Code öffnen",
  buildThis: "Diesen Plan bauen",
  changes: "Was anders wird",
  startsFrom: (branch) => phrase`Ausgangspunkt ist, was in ${branch} eingetragen wurde:`,
  askedFor: "Sie haben gewünscht",
  no: "Nein",
  asked: "Nachgefragt",
  yes: "Ja",
  notInThisApp: "nicht in dieser App",
  notWithoutModel: "nicht ohne Modell",
  refusedBecause: (refusal, reason) => `${refusal}: ${reason}`,
  askedBack: "nachgefragt",
  met: "ja",
  comesWithIt: "gehört dazu",
  madeOf: { site: "Woraus die Website besteht", app: "Woraus die App besteht" },
  sections: "Abschnitte",
  pages: "Seiten",
  writtenByModel: "Von einem Modell geschrieben",
  with: "Mit",
  required: "Pflichtfeld",
};
