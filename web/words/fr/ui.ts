import type { Catalogue } from "../en/catalogue.ts";

export const ui: Catalogue["ui"] = {
  tryAgain: "Réessayer",
  loading: "Chargement",
  back: "Retour",
  copied: "Copié",
  copy: (what) => `Copier ${what}`,
  justNow: "à l’instant",
  fault: "Une erreur est survenue sur cette page. Veuillez la recharger.",
  noService: "Gantry ne répond pas. Vérifiez qu’il fonctionne et que vous êtes connecté.",
  fileChanges: { added: "ajouté", changed: "modifié", deleted: "supprimé" },
};
