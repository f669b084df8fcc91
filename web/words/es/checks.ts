import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

export const checks: Catalogue["checks"] = {
  title: "Comprobaciones",
  lead: "Lo que esta instalación sabe de sí misma.",
  states: { ok: "En orden", warn: "Limitado", fail: "Con fallo" },
  fix: (remedy) => `Solución: ${remedy}`,
  again: "Comprobar de nuevo",
  all: "Todas las comprobaciones",
  hindrances: "Lo que limita las compilaciones aquí",
  elsewhere: (here, aws) => phrase`La máquina la comprueba ${here}; una cuenta de AWS, ${aws}.`,
};
