import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

export const gates: Catalogue["gates"] = {
  approvals: "Approbations",
  lead: "Ce qui attend la décision d’une personne. Rien n’avance sans elle.",
  none: "Rien ne vous attend",
  noneLead: "Une approbation apparaît ici d’elle-même, dès qu’elle est demandée.",
  requiredBy: "Exigée par",
  whoDecides: "Qui peut décider",
  opened: "Demandée",
  ends: "Fin",
  endsRejected: (time) => phrase`${time}, par un refus`,
  snapshot: "Instantané",
  theSnapshot: "l’empreinte de l’instantané",
  decidedOn: "Ce sur quoi porte la décision",
  effectOfYes: "Le travail continue, exactement avec cet état.",
  effectOfNo: "Le travail se termine comme refusé, et rien de ce qui suivrait n’a lieu.",
  readPlan: "Lire le plan",
  notYours: "Vous ne pouvez pas en décider avec votre connexion actuelle.",
  reason: "Motif",
  optionalReason: "Motif (facultatif)",
  approve: "Approuver",
  reject: "Refuser",
};
