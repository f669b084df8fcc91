import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

const counted = countedIn("de");

export const settings: Catalogue["settings"] = {
  settings: "Einstellungen",
  lead: "Darstellung, Sprache und Benachrichtigungen gelten für dieses Gerät.",
  design: "Designsystem",
  appearance: "Darstellung",
  themes: { light: "Hell", dark: "Dunkel", system: "Wie das System" },
  language: "Sprache",
  notifications: "Benachrichtigungen",
  notify: "Melden, wenn eine Mission endet oder auf mich wartet",
  notifyLead: "Dieser Browser meldet es, solange eine Seite von Gantry offen ist, auch im Hintergrund.",
  notifyStarted: "Sie erfahren, wenn eine Mission endet oder auf Sie wartet.",
  notifyBlocked:
    "Dieser Browser blockiert Benachrichtigungen dieser Seite. Erlauben Sie sie in seinen Einstellungen für diese Website.",
  notifyUnsupported: "Dieser Browser kann keine Benachrichtigungen einer Seite zeigen.",
  devices: "Geräte und Schlüssel",
  devicesLead: "Mit einem Schlüssel handelt ein Handy, Siri oder ein Programm für Sie, ohne Ihr Passwort.",
  noKeys: "Noch keine Schlüssel. Erstellen Sie unten einen für das erste Gerät.",
  keyStatus: { active: "Aktiv", expired: "Abgelaufen", revoked: "Widerrufen" },
  kinds: { device: "Gerät", service: "Dienst", siri: "Siri" },
  createdBy: (principal) => `erstellt von ${principal}`,
  ends: (time) => phrase`endet ${time}`,
  ended: (time) => phrase`endete ${time}`,
  revoke: "Widerrufen",
  askRevoke: (name) => `Den Schlüssel „${name}“ widerrufen? Was ihn benutzt, verliert sofort den Zugang.`,
  newKey: "Neuer Schlüssel für ein Gerät",
  deviceName: "Name des Geräts",
  deviceHint: "Mein Handy",
  lifetime: "Gültig für",
  days: (count) => counted(count, "Tag", "Tage"),
  createKey: "Schlüssel erstellen",
  keyFor: (name) => `Schlüssel für ${name}`,
  shownOnce: (guide) =>
    phrase`Kopieren Sie ihn jetzt: Er wird nicht noch einmal gezeigt. ${guide("Wie Anfragen ihn verwenden")}.`,
  keyStored: "Ich habe ihn kopiert",
  theKey: "Schlüssel",
  olderKeys: "Ältere Schlüssel zeigen",
  session: "Diese Sitzung",
  principal: "Angemeldet als",
  tenant: "Organisation",
  role: "Rolle",
  roles: { owner: "Eigentümer", admin: "Administrator", member: "Mitglied", viewer: "Betrachter" },
  authority: "Darf entscheiden als",
  since: "Seit",
  until: "Bis",
};
