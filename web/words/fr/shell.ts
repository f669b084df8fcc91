import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

export const shell: Catalogue["shell"] = {
  skip: "Aller au contenu",
  pages: "Pages",
  build: "Construire",
  missions: "Missions",
  projects: "Projets",
  approvals: "Approbations",
  operations: "Exploitation",
  conversations: "Conversations",
  settings: "Réglages",
  waitingForYou: "vous attendent",
  verifyEvidence: "Vérifier des preuves",
  documentation: "Documentation de l’API",
  logOut: "Se déconnecter",
  logIn: "Se connecter",
  user: "Nom d’utilisateur",
  password: "Mot de passe",
  promise:
    "Dites ce que vous voulez, confirmez le plan, et recevez une application en ligne, une pull request et des preuves que chacun peut vérifier.",
  whereIsThePassword: (api) =>
    phrase`Sur une seule machine, Gantry affiche le mot de passe à son démarrage. L’${api("API")} l’accepte aussi.`,
  offline: "Vous êtes hors connexion. Ce que vous voyez est conservé ; la page se met à jour d’elle-même.",
  failed: "Cette page a échoué",
  failedLead:
    "Les missions ne sont pas touchées : elles s’exécutent sur le serveur. Rechargez la page ; si elle échoue encore, signalez-le.",
  reload: "Recharger",
  copyReport: "Copier le rapport",
  report: "Rapport",
  missing: "Il n’y a rien à cette adresse",
  missingLead: (build, missions) =>
    phrase`Le lien est peut-être ancien. ${build("Construisez quelque chose")}, ou regardez les ${missions("missions")}.`,
};
