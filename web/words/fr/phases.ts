import type { Catalogue } from "../en/catalogue.ts";

export const phases: Catalogue["phases"] = {
  AWAITING_INPUT: {
    name: "Vous attend",
    sentence: "Elle attend votre réponse, aussi longtemps qu’il vous faut.",
  },
  QUEUED: {
    name: "En file d’attente",
    sentence: "Elle commence dès qu’un constructeur est libre.",
  },
  ARCHITECTING: {
    name: "Ébauche en cours",
    sentence: "Le code s’écrit : par le générateur, ou par un modèle, ce qui prend plus de temps.",
  },
  CHECKING: {
    name: "Contrôle de la politique",
    sentence: "La politique est appliquée à chaque fichier avant que rien ne s’exécute.",
  },
  BUILDING: {
    name: "Construction et tests",
    sentence:
      "L’application est construite et ses tests s’exécutent dans un constructeur isolé. Une relecture suit.",
  },
  HEALING: {
    name: "Réparation",
    sentence: "Une erreur a été trouvée et se répare. La construction recommence ensuite.",
  },
  REVIEWING: {
    name: "Relecture",
    sentence: "Le critique lit l’ébauche. Le déploiement suit.",
  },
  AWAITING_APPROVAL: {
    name: "En attente d’approbation",
    sentence: "Une personne doit décider avant la suite. L’attente ne coûte rien.",
  },
  DEPLOYING: {
    name: "Déploiement",
    sentence: "L’application se déploie. Elle attend que l’hébergeur la serve.",
  },
  VERIFYING: {
    name: "Essai dans un navigateur",
    sentence: "Un vrai navigateur exécute ce que le plan promet. Si tout réussit, elle est mise en ligne.",
  },
  PUBLISHING: {
    name: "Ouverture d’une pull request",
    sentence: "Le code rejoint son dépôt sous forme de pull request.",
  },
  SEALING: {
    name: "Scellement des preuves",
    sentence: "Ce qui s’est passé est scellé. C’est la dernière étape.",
  },
  SEAL_FAILED: {
    name: "Preuves non scellées",
    sentence: "Elle est terminée, mais ses preuves n’ont pas pu être écrites.",
  },
  DEPLOYED: { name: "En ligne", sentence: "L’application est en ligne, et ses preuves sont scellées." },
  SUCCEEDED: { name: "Construite", sentence: "L’application est construite, et ses preuves sont scellées." },
  FAILED: { name: "Échouée", sentence: "Elle n’a pas pu être construite." },
  BLOCKED: {
    name: "Bloquée par la politique",
    sentence: "La politique n’autorise pas cette application.",
  },
  TIMED_OUT: { name: "Temps écoulé", sentence: "Elle a dépassé sa limite de temps." },
  REJECTED: {
    name: "Refusée",
    sentence: "Une personne l’a refusée, et rien n’a été déployé.",
  },
  CANCELLED: { name: "Annulée", sentence: "Elle a été annulée." },
};
