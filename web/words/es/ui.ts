import type { Catalogue } from "../en/catalogue.ts";

export const ui: Catalogue["ui"] = {
  tryAgain: "Reintentar",
  loading: "Cargando",
  back: "Volver",
  copied: "Copiado",
  copy: (what) => `Copiar ${what}`,
  justNow: "ahora mismo",
  fault: "Se ha producido un error en esta página. Recárguela.",
  noService: "Gantry no responde. Compruebe que está en marcha y que tiene conexión.",
  fileChanges: { added: "añadido", changed: "modificado", deleted: "eliminado" },
};
