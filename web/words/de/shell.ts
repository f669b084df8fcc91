import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

export const shell: Catalogue["shell"] = {
  skip: "Zum Inhalt springen",
  pages: "Seiten",
  build: "Bauen",
  missions: "Missionen",
  projects: "Projekte",
  approvals: "Freigaben",
  operations: "Betrieb",
  conversations: "Gespräche",
  settings: "Einstellungen",
  waitingForYou: "warten auf Sie",
  verifyEvidence: "Nachweise prüfen",
  documentation: "API-Dokumentation",
  logOut: "Abmelden",
  logIn: "Anmelden",
  user: "Benutzername",
  password: "Passwort",
  promise:
    "Sagen Sie, was Sie möchten, bestätigen Sie den Plan, und Sie erhalten eine App, die live ist, einen Pull Request und Nachweise, die jeder prüfen kann.",
  whereIsThePassword: (api) =>
    phrase`Auf einem einzelnen Rechner zeigt Gantry das Passwort beim Start. Auch die ${api("API")} nimmt es an.`,
  offline: "Sie sind offline. Was Sie sehen, bleibt erhalten; die Seite holt von selbst auf.",
  failed: "Diese Seite ist fehlgeschlagen",
  failedLead:
    "Missionen sind nicht betroffen: Sie laufen auf dem Server. Laden Sie die Seite neu; schlägt sie wieder fehl, melden Sie es.",
  reload: "Neu laden",
  copyReport: "Bericht kopieren",
  report: "Bericht",
  missing: "Unter dieser Adresse gibt es nichts",
  missingLead: (build, missions) =>
    phrase`Der Link ist vielleicht veraltet. ${build("Bauen Sie etwas")} oder sehen Sie sich die ${missions("Missionen")} an.`,
};
