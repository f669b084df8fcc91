import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";

const counted = countedIn("de");

export const operations: Catalogue["operations"] = {
  title: "Betrieb",
  lead: "Was aus den Missionen wurde, und ob alles antwortet, was Gantry braucht.",
  range: "Zeitraum",
  days: (days) => `Die letzten ${counted(days, "Tag", "Tage")}`,
  none: "Keine Missionen in diesem Zeitraum",
  build: "Etwas bauen",
  onlyNewest: (missions) =>
    `Die Zahlen gelten für die neuesten ${counted(missions, "Mission", "Missionen")}.`,
  health: "Zustand",
  replies: "antwortet",
  silent: "antwortet nicht",
  outcomes: "Missionen nach Ergebnis",
  outcome: "Ergebnis",
  missions: "Missionen",
  standings: {
    done: "Erfolgreich",
    running: "Läuft",
    waiting: "Wartet auf eine Person",
    failed: "Gescheitert",
    cancelled: "Abgebrochen oder abgelehnt",
  },
  healed: (healed, failed) =>
    `Von ${counted(failed, "Mission", "Missionen")} mit gescheitertem erstem Versuch ${healed === 1 ? "wurde" : "wurden"} ${healed} repariert.`,
  durations: "Wie lange Phasen dauern",
  phase: "Phase",
  median: "Median",
  p95: "95 %",
  spendByDay: (total) => `Modellaufrufe nach Tag: insgesamt ${total}`,
  day: "Tag (UTC)",
  cost: "Kosten",
  spendByProject: "Modellaufrufe nach Projekt",
  project: "Projekt",
};
