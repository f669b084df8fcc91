import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";

const counted = countedIn("de");

export const work: Catalogue["work"] = {
  views: "Was die Mission getan und gemacht hat",
  log: "Einträge",
  machine: "Schritte",
  preview: "App",
  noPreview: "Noch gibt es nichts zu öffnen. Die App erscheint hier, sobald sie bereitgestellt ist.",
  frameFaults: {
    unresolved:
      "Safari findet keine Adressen, die auf .localhost enden. Öffnen Sie diese Seite in Chrome, Edge oder Firefox, um die App zu benutzen; diese Bilder zeigen sie, wie ihre Prüfungen sie hinterließen.",
    elsewhere:
      "Die App hat eine Adresse, die diese Seite nicht zeigt. Öffnen Sie sie mit der Schaltfläche oben.",
  },
  device: "Breite des Bildschirms",
  devices: { phone: "Telefon", tablet: "Tablet", desktop: "Desktop" },
  ownTab: "In einem Tab öffnen",
  theApp: (title) => `${title}, die App`,
  frameHint:
    "Was Sie hier eingeben, bleibt in dieser Vorschau: Browser trennen es von dem, was die App in ihrem eigenen Tab speichert. Bleibt der Rahmen leer, öffnen Sie die App in einem Tab.",
  output: "Ausgabe des Baus",
  files: "Dateien",
  checks: "Prüfungen",
  attempts: "Versuche",
  attempt: (number) => `Versuch ${number}`,
  noDraft: "Noch ist nichts geschrieben. Sobald es einen Entwurf gibt, erscheint er hier von selbst.",
  noAttempt: "Einen Versuch mit dieser Nummer gibt es nicht. Wählen Sie oben eine andere Ansicht.",
  downloadSource: "Quelltext herunterladen",
  filesOf: (count) => counted(count, "Datei", "Dateien"),
  changedSinceAttempt: (count, attempt) =>
    `${counted(count, "Datei weicht", "Dateien weichen")} von Versuch ${attempt} ab`,
  changedSinceRelease: (count, release) =>
    `${counted(count, "Datei weicht", "Dateien weichen")} von Release ${release} ab`,
  content: "Inhalt",
  copyFile: "die Datei",
  binary: "Diese Datei ist kein Text. Sie ist im Quelltext enthalten, den Sie herunterladen können.",
  tooLarge: "Diese Datei ist größer als 1 MiB. Sie ist im Quelltext enthalten, den Sie herunterladen können.",
  leftOut: (lines) => counted(lines, "unveränderte Zeile", "unveränderte Zeilen"),
  lines: (count) => counted(count, "Zeile", "Zeilen"),
  matches: (count) => counted(count, "passende Zeile", "passende Zeilen"),
  searchOutput: "Ausgabe durchsuchen",
  downloadOutput: "Speichern",
  goToLine: "Zu Zeile",
  goToLineHint: "Eine Zeile, oder die erste und letzte: 120 oder 120-140",
  pause: "Anhalten",
  goOn: (missed) => `Weiter, ${counted(missed, "neue Zeile", "neue Zeilen")}`,
  noOutput: "Die Befehle haben nichts ausgegeben.",
  waitsForOutput: "Wartet auf die erste Ausgabe des Baus.",
  policy: { allow: "Die Richtlinie erlaubt den Entwurf", deny: "Die Richtlinie lehnt den Entwurf ab" },
  build: (retry) => (retry === 0 ? "Bau und Tests" : `Bau und Tests, Wiederholung ${retry}`),
  review: { accept: "Die Begutachtung nimmt die App an", reject: "Die Begutachtung lehnt die App ab" },
  pageErrors: "Die Seite hat Fehler gemeldet",
  notOpened: "Die App wurde noch nicht in einem Browser geöffnet.",
  passed: "Bestanden:",
  failed: "Gescheitert:",
  screenshots: "Die App nach ihren Prüfungen",
  screenshotAt: (width) =>
    `Die App bei einer Breite von ${width} Pixeln, wie ihre Prüfungen sie hinterließen`,
  pixels: (width) => `${width} Pixel breit`,
};
