import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

const counted = countedIn("fr");

export const access: Catalogue["access"] = {
  sessions: "Sessions",
  sessionsLead: "Où vous êtes connecté. Une session se termine douze heures après son début.",
  begun: (time) => phrase`ouverte ${time}`,
  used: (time) => phrase`utilisée ${time}`,
  from: (address) => `depuis ${address}`,
  unknownClient: "Programme inconnu",
  thisOne: "Cette session",
  end: "Terminer",
  askEnd: (name) => `Terminer la session « ${name} » ? Sa prochaine requête sera refusée.`,
  endOthers: "Terminer toutes les autres sessions",
  askEndOthers:
    "Terminer toutes les autres sessions ? Il faudra s’y reconnecter. Les clés des appareils restent valables.",
  password: "Mot de passe",
  passwordLead: "Le changer termine toutes vos autres sessions. Les clés des appareils restent valables.",
  currentPassword: "Mot de passe actuel",
  newPassword: "Nouveau mot de passe, 12 caractères ou plus",
  repeatPassword: "Répéter le nouveau mot de passe",
  differ: "Les deux nouveaux mots de passe sont différents.",
  changePassword: "Changer le mot de passe",
  passwordChanged: (ended) =>
    `Le mot de passe a changé ; terminées : ${counted(ended, "autre session", "autres sessions")}.`,
};
