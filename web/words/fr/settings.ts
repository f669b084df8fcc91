import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

const counted = countedIn("fr");

export const settings: Catalogue["settings"] = {
  settings: "Réglages",
  lead: "L’apparence, la langue et les notifications sont conservées sur cet appareil.",
  design: "Système de design",
  appearance: "Apparence",
  themes: { light: "Clair", dark: "Sombre", system: "Comme le système" },
  language: "Langue",
  notifications: "Notifications",
  notify: "M’avertir quand une mission se termine ou m’attend",
  notifyLead: "Ce navigateur vous avertit tant qu’une page de Gantry est ouverte, même en arrière-plan.",
  notifyStarted: "Vous serez averti quand une mission se termine ou vous attend.",
  notifyBlocked:
    "Ce navigateur bloque les notifications de cette page. Autorisez-les dans ses réglages pour ce site.",
  notifyUnsupported: "Ce navigateur ne peut pas afficher les notifications d’une page.",
  devices: "Appareils et clés",
  devicesLead: "Avec une clé, un téléphone, Siri ou un programme agit pour vous, sans votre mot de passe.",
  noKeys: "Pas encore de clé. Créez-en une ci-dessous pour le premier appareil.",
  keyStatus: { active: "Active", expired: "Expirée", revoked: "Révoquée" },
  kinds: { device: "Appareil", service: "Service", siri: "Siri" },
  createdBy: (principal) => `créée par ${principal}`,
  ends: (time) => phrase`expire ${time}`,
  ended: (time) => phrase`a expiré ${time}`,
  revoke: "Révoquer",
  askRevoke: (name) => `Révoquer la clé « ${name} » ? Ce qui l’utilise perd aussitôt l’accès.`,
  newKey: "Nouvelle clé pour un appareil",
  deviceName: "Nom de l’appareil",
  deviceHint: "Mon téléphone",
  lifetime: "Valable pendant",
  days: (count) => counted(count, "jour", "jours"),
  createKey: "Créer la clé",
  keyFor: (name) => `Clé pour ${name}`,
  shownOnce: (guide) =>
    phrase`Copiez-la maintenant : elle ne sera plus affichée. ${guide("Comment les requêtes l’utilisent")}.`,
  keyStored: "Je l’ai copiée",
  theKey: "la clé",
  olderKeys: "Afficher des clés plus anciennes",
  session: "Cette session",
  principal: "Connecté en tant que",
  tenant: "Organisation",
  role: "Rôle",
  roles: { owner: "Propriétaire", admin: "Administrateur", member: "Membre", viewer: "Lecteur" },
  authority: "Peut décider comme",
  since: "Depuis",
  until: "Jusqu’à",
};
