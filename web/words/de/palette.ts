import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";

const counted = countedIn("de");

export const palette: Catalogue["palette"] = {
  title: "Suche und Befehle",
  open: "Suchen",
  hint: "Zu einer Seite oder Mission gehen, oder etwas tun",
  results: (count) => counted(count, "Ergebnis", "Ergebnisse"),
  nothing: (query) => `Nichts heißt „${query}“.`,
  searching: "Wird gesucht …",
  groups: {
    pages: "Seiten",
    actions: "Aktionen",
    conversations: "Gespräche",
    missions: "Missionen",
    projects: "Projekte",
  },
  startBuild: "Etwas bauen",
  theme: (name) => `Darstellung: ${name}`,
  language: (name) => `Sprache: ${name}`,
  shortcuts: "Tastenkürzel",
  close: "Schließen",
  help: "Diese Tastenkürzel zeigen",
  send: "Eine Nachricht senden",
  newLine: "In einer Nachricht eine neue Zeile beginnen",
  leave: "Einen Dialog schließen",
  singleKeys: "Kürzel aus einer Taste",
  keyboardLead: "Schalten Sie sie aus, wenn sie bei der Spracheingabe stören.",
};
