import type { Catalogue } from "../en/catalogue.ts";

export const phases: Catalogue["phases"] = {
  AWAITING_INPUT: {
    name: "Wartet auf Sie",
    sentence: "Sie wartet auf Ihre Antwort, so lange Sie brauchen.",
  },
  QUEUED: {
    name: "In der Warteschlange",
    sentence: "Sie beginnt, sobald ein Builder frei ist.",
  },
  ARCHITECTING: {
    name: "Wird entworfen",
    sentence: "Der Code wird geschrieben: vom Generator, oder von einem Modell, was länger dauert.",
  },
  CHECKING: {
    name: "Richtlinie wird geprüft",
    sentence: "Die Richtlinie wird auf jede Datei angewendet, bevor etwas ausgeführt wird.",
  },
  BUILDING: {
    name: "Wird gebaut und getestet",
    sentence:
      "Die App wird gebaut, und ihre Tests laufen in einem abgeschotteten Builder. Danach folgt eine Begutachtung.",
  },
  HEALING: {
    name: "Wird repariert",
    sentence: "Ein Fehler wurde gefunden und wird repariert. Danach beginnt der Bau von vorn.",
  },
  REVIEWING: {
    name: "Wird begutachtet",
    sentence: "Der Kritiker liest den Entwurf. Danach wird er bereitgestellt.",
  },
  AWAITING_APPROVAL: {
    name: "Wartet auf Freigabe",
    sentence: "Ein Mensch muss entscheiden, bevor es weitergeht. Das Warten kostet nichts.",
  },
  DEPLOYING: {
    name: "Wird bereitgestellt",
    sentence: "Die App wird bereitgestellt. Sie wartet darauf, dass der Anbieter sie ausliefert.",
  },
  VERIFYING: {
    name: "Wird im Browser ausprobiert",
    sentence: "Ein echter Browser führt aus, was der Plan zusagt. Sie geht live, wenn alles gelingt.",
  },
  PUBLISHING: {
    name: "Pull Request wird geöffnet",
    sentence: "Der Code kommt als Pull Request in sein Repository.",
  },
  SEALING: {
    name: "Nachweise werden versiegelt",
    sentence: "Was geschehen ist, wird versiegelt. Das ist der letzte Schritt.",
  },
  SEAL_FAILED: {
    name: "Nachweise nicht versiegelt",
    sentence: "Sie ist beendet, aber ihre Nachweise konnten nicht geschrieben werden.",
  },
  DEPLOYED: { name: "Live", sentence: "Die App ist live, und ihre Nachweise sind versiegelt." },
  SUCCEEDED: { name: "Gebaut", sentence: "Die App ist gebaut, und ihre Nachweise sind versiegelt." },
  FAILED: { name: "Gescheitert", sentence: "Sie konnte nicht gebaut werden." },
  BLOCKED: { name: "Von der Richtlinie gestoppt", sentence: "Die Richtlinie erlaubt diese App nicht." },
  TIMED_OUT: { name: "Zeit abgelaufen", sentence: "Sie hat länger gedauert als ihr Limit." },
  REJECTED: {
    name: "Abgelehnt",
    sentence: "Sie wurde von einem Menschen abgelehnt, und nichts wurde bereitgestellt.",
  },
  CANCELLED: { name: "Abgebrochen", sentence: "Sie wurde abgebrochen." },
};
