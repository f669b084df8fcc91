import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

export const gates: Catalogue["gates"] = {
  approvals: "Aprobaciones",
  lead: "Lo que espera la decisión de una persona. Nada avanza sin ella.",
  none: "Nada le espera",
  noneLead: "Una aprobación aparece aquí por sí sola en cuanto se solicita.",
  requiredBy: "Exigida por",
  whoDecides: "Quién puede decidir",
  opened: "Solicitada",
  ends: "Termina",
  endsRejected: (time) => phrase`${time}, con un rechazo`,
  snapshot: "Instantánea",
  theSnapshot: "la huella de la instantánea",
  decidedOn: "Sobre qué se decide",
  effectOfYes: "El trabajo continúa, exactamente con este estado.",
  effectOfNo: "El trabajo termina como rechazado, y nada de lo que seguiría ocurre.",
  readPlan: "Leer el plan",
  notYours: "Con su sesión actual no puede decidir esto.",
  reason: "Motivo",
  optionalReason: "Motivo (opcional)",
  approve: "Aprobar",
  reject: "Rechazar",
};
