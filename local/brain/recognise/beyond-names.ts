import type { Locale } from "#core/factory/specification/specification.ts";
import { rowsOf } from "#local/brain/lexicon/table.ts";

/** How each group of features that no offline app can have is named in a sentence: in English, German, French and Spanish. */
const NAMES = new Map(
  rowsOf(
    `
accounts and login | Konten und Anmeldung | comptes et connexion | cuentas e inicio de sesión
sharing between people | Teilen mit anderen | partage entre personnes | compartir con otras personas
server storage | Speicherung auf einem Server | stockage sur un serveur | almacenamiento en un servidor
payments | Zahlungen | paiements | pagos
messages and reminders | Nachrichten und Erinnerungen | messages et rappels | mensajes y recordatorios
artificial intelligence | künstliche Intelligenz | intelligence artificielle | inteligencia artificial
live data | Live-Daten | données en direct | datos en directo
other services | andere Dienste | autres services | otros servicios
native apps | native Apps | applications natives | aplicaciones nativas
that framework or language | dieses Framework oder diese Programmiersprache | ce framework ou ce langage | ese framework o lenguaje
uploads and media | Uploads und Medien | fichiers et médias | archivos y contenido multimedia
other charts | andere Diagramme | autres graphiques | otros gráficos
drag and drop | Ziehen und Ablegen | glisser-déposer | arrastrar y soltar
maps | Karten | cartes | mapas
importing data | Import von Daten | importation de données | importación de datos
`,
    4,
  ).map(([en = "", de = en, fr = en, es = en]) => [en, { en, de, fr, es }] as const),
);

/** The name of a group of features in a language. */
export function beyondName(group: string, locale: Locale): string {
  return NAMES.get(group)?.[locale] ?? group;
}
