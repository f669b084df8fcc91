import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

const counted = countedIn("de");

export const evidence: Catalogue["evidence"] = {
  title: "Nachweise prüfen",
  lead: "Derselbe Prüfer wie auf der Befehlszeile, in diesem Browser. Die Datei wird nirgendwohin gesendet.",
  pack: "Paket",
  file: "Nachweise (ZIP)",
  chooseFile: "Wählen Sie die Nachweise: eine ZIP-Datei.",
  ofMission: "Mission, zu der sie gehören sollen",
  key: "Vertrauter Schlüssel (PEM)",
  keyHint: "Ohne Angabe der Schlüssel, den dieser Browser zuerst von dieser Installation sah",
  verify: "Prüfen",
  anotherKey:
    "Die Installation zeigt einen anderen Schlüssel als den, dem dieser Browser bisher vertraut. Das Urteil gilt für den vertrauten.",
  sentences: {
    VALID: "Die Nachweise sind, was versiegelt wurde, und ihr Protokoll folgt den Regeln.",
    INVALID: "Die Nachweise sind nicht, was versiegelt wurde, oder ihr Protokoll bricht eine Regel.",
    INCONCLUSIVE: "Es wurde nichts Falsches gefunden, aber bewiesen ist es auch nicht.",
  },
  log: (size, root, sealedAt) =>
    phrase`${counted(size, "Signal", "Signale")}, Wurzel ${root}, versiegelt ${sealedAt}`,
  theRoot: "Wurzel des Protokolls",
  withheld: (count) => `Signale ohne ihre Daten: ${count}`,
  ignored: (name) => `Nicht unter dem Siegel, nicht beachtet: ${name}`,
};
