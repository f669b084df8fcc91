import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";

const counted = countedIn("fr");

export const palette: Catalogue["palette"] = {
  title: "Recherche et commandes",
  open: "Rechercher",
  hint: "Aller à une page ou à une mission, ou lancer une action",
  results: (count) => counted(count, "résultat", "résultats"),
  nothing: (query) => `Rien ne s’appelle « ${query} ».`,
  searching: "Recherche en cours …",
  groups: {
    pages: "Pages",
    actions: "Actions",
    conversations: "Conversations",
    missions: "Missions",
    projects: "Projets",
  },
  startBuild: "Commencer une construction",
  theme: (name) => `Apparence : ${name}`,
  language: (name) => `Langue : ${name}`,
  shortcuts: "Raccourcis clavier",
  close: "Fermer",
  help: "Afficher ces raccourcis",
  send: "Envoyer un message",
  newLine: "Commencer une nouvelle ligne dans un message",
  leave: "Fermer une fenêtre de dialogue",
  singleKeys: "Raccourcis d’une seule touche",
  keyboardLead: "Désactivez-les s’ils gênent la saisie vocale.",
};
