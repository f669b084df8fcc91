import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

export const gates: Catalogue["gates"] = {
  approvals: "Freigaben",
  lead: "Was auf die Entscheidung eines Menschen wartet. Ohne sie geht nichts weiter.",
  none: "Nichts wartet auf Sie",
  noneLead: "Eine Freigabe erscheint hier von selbst, sobald eine ansteht.",
  requiredBy: "Verlangt von",
  whoDecides: "Wer entscheiden darf",
  opened: "Angefragt",
  ends: "Endet",
  endsRejected: (time) => phrase`${time}, mit einer Ablehnung`,
  snapshot: "Momentaufnahme",
  theSnapshot: "Prüfsumme der Momentaufnahme",
  decidedOn: "Worüber entschieden wird",
  effectOfYes: "Die Arbeit geht weiter, genau mit diesem Stand.",
  effectOfNo: "Die Arbeit endet als abgelehnt, und was danach käme, geschieht nicht.",
  readPlan: "Plan lesen",
  notYours: "Mit Ihrer jetzigen Anmeldung dürfen Sie das nicht entscheiden.",
  reason: "Begründung",
  optionalReason: "Begründung (freiwillig)",
  approve: "Freigeben",
  reject: "Ablehnen",
};
