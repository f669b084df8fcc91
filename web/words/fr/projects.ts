import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

export const projects: Catalogue["projects"] = {
  project: "Projet",
  projects: "Projets",
  lead: "Vos applications, chacune avec ses versions.",
  none: "Pas encore de projet",
  noneLead: (build) =>
    phrase`Une application apparaît ici dès que sa première mission l’a mise en ligne. ${build("Construisez-en une")}.`,
  older: "Afficher des projets plus anciens",
  openApp: "Ouvrir l’application",
  changeApp: "Modifier cette application",
  delete: "Supprimer",
  askDelete: "Supprimer ce projet ? Son application est retirée du réseau. Les preuves restent.",
  releases: "Versions",
  release: (release) => `Version ${release}`,
  live: "En ligne",
  didNotComeUp: "N’est pas apparue",
  asInRelease: (title, release) => `${title}, comme dans la version ${release}`,
  promoted: (time, tree) => phrase`${time} · sources ${tree}`,
  theTree: "l’identifiant des sources",
  mission: "Mission",
  pullRequest: "Pull request",
  makeLive: "Remettre en ligne",
  askMakeLive: (release, title) => `Remettre en ligne la version ${release} de ${title} ?`,
  rollbackBegun: (approvals) =>
    phrase`Le retour à une version antérieure a commencé. Si une politique le demande, une personne l’approuve d’abord : voir ${approvals("Approbations")}.`,
  conversations: "Conversations sur des changements",
  deleted: "Supprimé",
  notLive: "Hors ligne",
  isLive: (current, releases) => `La version ${current} sur ${releases} est en ligne`,
  isAt: (current, releases, work) => `Version ${current} sur ${releases}, ${work}`,
  work: {
    change: "modification en cours",
    rollback: "retour à une version antérieure",
    deletion: "suppression en cours",
  },
};
