import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

const counted = countedIn("de");

export const access: Catalogue["access"] = {
  sessions: "Sitzungen",
  sessionsLead: "Wo Sie angemeldet sind. Eine Sitzung endet zwölf Stunden nach ihrem Beginn.",
  begun: (time) => phrase`begonnen ${time}`,
  used: (time) => phrase`zuletzt benutzt ${time}`,
  from: (address) => `von ${address}`,
  unknownClient: "Unbekanntes Programm",
  thisOne: "Diese Sitzung",
  end: "Beenden",
  askEnd: (name) => `Die Sitzung „${name}“ beenden? Ihre nächste Anfrage wird abgelehnt.`,
  endOthers: "Alle anderen Sitzungen beenden",
  askEndOthers:
    "Alle anderen Sitzungen beenden? Wer sie benutzt, muss sich neu anmelden. Schlüssel von Geräten bleiben gültig.",
  password: "Passwort",
  passwordLead: "Eine Änderung beendet alle Ihre anderen Sitzungen. Schlüssel von Geräten bleiben gültig.",
  currentPassword: "Aktuelles Passwort",
  newPassword: "Neues Passwort, mindestens 12 Zeichen",
  repeatPassword: "Neues Passwort wiederholen",
  differ: "Die beiden neuen Passwörter sind verschieden.",
  changePassword: "Passwort ändern",
  passwordChanged: (ended) =>
    `Das Passwort ist geändert; beendet: ${counted(ended, "andere Sitzung", "andere Sitzungen")}.`,
};
