import type { Catalogue } from "../en/catalogue.ts";

export const share: Catalogue["share"] = {
  share: "Partager",
  title: "Partager cette mission",
  lead: "Toute personne qui a le lien peut lire, sans se connecter, le plan, les phases, le résultat, les contrôles avec leurs images, et les adresses de l’application et de la pull request. Les moteurs de recherche ne peuvent pas la répertorier.",
  create: "Créer un lien",
  link: "Lien",
  theLink: "le lien",
  shownOnce: "Conservez-le : il n’est affiché que maintenant. Rien ici ne peut l’afficher de nouveau.",
  shownBefore: "Le lien a été affiché à sa création. S’il est perdu, révoquez-le et créez-en un autre.",
  sharedBy: (who, when) => `Partagée par ${who}, ${when}.`,
  revokedAt: (when) => `Le dernier lien a été révoqué, ${when}.`,
  withEvidence: "Avec le dossier de preuves",
  evidenceWarning:
    "Le dossier contient aussi la demande, les noms des personnes et le code source. Sans lui, le lien n’en montre rien.",
  revoke: "Révoquer le lien",
  nothing: "Rien n’est partagé ici",
  nothingLead: "Ce lien est erroné ou a été révoqué. Demandez-en un autre à la personne qui vous l’a donné.",
  foot: "Une mission de Gantry, partagée en lecture. Ce qui est montré ici a été enregistré pendant son déroulement.",
  changes: "Ce qui change",
  features: "Ce qu’elle offre",
  promises: "Ce qui est contrôlé",
  evidenceLead:
    "Tout ce qui précède se trouve dans un dossier scellé que cette commande vérifie hors ligne. Comparez la clé à une clé obtenue par un autre moyen.",
  evidenceKey: "La clé publique",
};
