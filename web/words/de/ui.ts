import type { Catalogue } from "../en/catalogue.ts";

export const ui: Catalogue["ui"] = {
  tryAgain: "Erneut versuchen",
  loading: "Wird geladen",
  back: "Zurück",
  copied: "Kopiert",
  copy: (what) => `${what} kopieren`,
  justNow: "gerade eben",
  fault: "Auf dieser Seite ist ein Fehler aufgetreten. Bitte laden Sie sie neu.",
  noService: "Gantry antwortet nicht. Prüfen Sie, ob es läuft und ob Sie verbunden sind.",
  fileChanges: { added: "hinzugefügt", changed: "geändert", deleted: "gelöscht" },
};
