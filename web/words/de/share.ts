import type { Catalogue } from "../en/catalogue.ts";

export const share: Catalogue["share"] = {
  share: "Teilen",
  title: "Diese Mission teilen",
  lead: "Wer den Link hat, liest ohne Anmeldung den Plan, die Phasen, das Ergebnis, die Prüfungen mit ihren Bildern und die Adressen der App und des Pull Requests. Suchmaschinen dürfen die Seite nicht aufnehmen.",
  create: "Link erstellen",
  link: "Link",
  theLink: "den Link",
  shownOnce: "Bewahren Sie ihn auf: Er wird nur jetzt gezeigt. Nichts hier kann ihn noch einmal zeigen.",
  shownBefore:
    "Der Link wurde beim Erstellen gezeigt. Ist er verloren, widerrufen Sie ihn und erstellen Sie einen neuen.",
  sharedBy: (who, when) => `Geteilt von ${who}, ${when}.`,
  revokedAt: (when) => `Der letzte Link wurde widerrufen, ${when}.`,
  withEvidence: "Mit dem Nachweispaket",
  evidenceWarning:
    "Das Paket enthält auch die Anfrage, die Namen von Personen und den Quelltext. Ohne das Paket zeigt der Link nichts davon.",
  revoke: "Link widerrufen",
  nothing: "Hier ist nichts geteilt",
  nothingLead:
    "Dieser Link ist falsch oder wurde widerrufen. Bitten Sie dort, wo Sie ihn erhalten haben, um einen neuen.",
  foot: "Eine Mission von Gantry, zum Lesen geteilt. Was hier steht, wurde während der Arbeit aufgezeichnet.",
  changes: "Was sich ändert",
  features: "Was sie kann",
  promises: "Worauf sie geprüft wird",
  evidenceLead:
    "Alles oben Gezeigte steht in einem versiegelten Paket, das dieser Befehl offline prüft. Vergleichen Sie den Schlüssel mit einem, den Sie auf anderem Weg erhalten haben.",
  evidenceKey: "Der öffentliche Schlüssel",
};
