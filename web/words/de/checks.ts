import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

export const checks: Catalogue["checks"] = {
  title: "Prüfungen",
  lead: "Was diese Installation über sich weiß.",
  states: { ok: "In Ordnung", warn: "Eingeschränkt", fail: "Fehlerhaft" },
  fix: (remedy) => `Abhilfe: ${remedy}`,
  again: "Erneut prüfen",
  all: "Alle Prüfungen",
  hindrances: "Was Builds hier einschränkt",
  elsewhere: (here, aws) => phrase`Die Maschine selbst prüft ${here}, ein AWS-Konto ${aws}.`,
};
