import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";

const counted = countedIn("de");

export const capacity: Catalogue["capacity"] = {
  slots: "Builder-Plätze",
  held: (running, slots, waiting) =>
    `${counted(running, "Mission belegt", "Missionen belegen")} ${slots === 1 ? "den einzigen Platz" : `die ${slots} Plätze`}; ${waiting === 0 ? "keine wartet" : counted(waiting, "Mission wartet", "Missionen warten")}.`,
  running: "Belegen einen Platz",
  waiting: "Warten, die nächste zuerst",
  budget: "Budget für Modelle in diesem Monat",
  spent: "Ausgegeben",
  reserved: "Reserviert für laufende Aufrufe",
  unknown: "Höchstens, durch abgebrochene Aufrufe",
  limit: "Grenze der Richtlinie",
  noLimit: "keine",
  forecast: "Prognose für den Monat",
  ofLimit: "Ausgegeben und reserviert, von der Grenze",
  exhausted:
    "Die Grenze ist erreicht: Aufrufe von Modellen werden abgelehnt, bis der Monat endet oder die Richtlinie sich ändert.",
  near: (left) => `Bis zur Grenze bleiben ${left}.`,
  over: (more) => `So endet der Monat ${more} über der Grenze; Aufrufe darüber werden abgelehnt.`,
};
