import type { Locale } from "#core/factory/specification/specification.ts";
import { BEHAVIOUR_PROMISES } from "./plan-behaviours.ts";
import { BEHAVIOUR_TITLES } from "./plan-titles.ts";
import type { Sentences } from "./word.ts";
import { fillPlaces } from "./words.ts";

/** What a plan promises of every app, of its records and of its views. */
const APP: Sentences = {
  titleRecords: {
    en: "{plural}: add, edit, delete and undo",
    de: "{plural}: hinzufügen, bearbeiten, löschen und rückgängig machen",
    fr: "{plural} : ajouter, modifier, supprimer et annuler",
    es: "{plural}: añadir, editar, eliminar y deshacer",
  },
  titleTheme: {
    en: "Light and dark mode",
    de: "Heller und dunkler Modus",
    fr: "Mode clair et mode sombre",
    es: "Modo claro y modo oscuro",
  },
  titleKept: {
    en: "Records stay in the browser, shared by its tabs",
    de: "Die Einträge bleiben im Browser, für alle seine Tabs",
    fr: "Les données restent dans le navigateur, communes à ses onglets",
    es: "Los datos quedan en el navegador, comunes a sus pestañas",
  },
  opens: {
    en: "The app opens",
    de: "Die App öffnet sich",
    fr: "L’application s’ouvre",
    es: "La aplicación se abre",
  },
  added: {
    en: "“{name}” can be added and is still there after a reload",
    de: "„{name}“ lässt sich hinzufügen und ist nach dem Neuladen noch da",
    fr: "« {name} » peut être ajouté et reste là après un rechargement",
    es: "«{name}» se puede añadir y sigue ahí tras recargar",
  },
  changed: {
    en: "“{name}” can be changed",
    de: "„{name}“ lässt sich ändern",
    fr: "« {name} » peut être modifié",
    es: "«{name}» se puede modificar",
  },
  undone: {
    en: "Deleting “{name}” can be undone",
    de: "Das Löschen von „{name}“ lässt sich rückgängig machen",
    fr: "La suppression de « {name} » peut être annulée",
    es: "Eliminar «{name}» se puede deshacer",
  },
  handled: {
    en: "“{name}” can be added, changed and deleted, and restored",
    de: "„{name}“ lässt sich hinzufügen, ändern, löschen und wiederherstellen",
    fr: "« {name} » peut être ajouté, modifié, supprimé et rétabli",
    es: "«{name}» se puede añadir, modificar, eliminar y recuperar",
  },
  customPage: {
    en: "“{name}” shows what it is for",
    de: "„{name}“ zeigt, wofür die Seite da ist",
    fr: "« {name} » montre ce à quoi la page sert",
    es: "«{name}» muestra aquello para lo que está la página",
  },
  addedTo: {
    en: "“{name}” can be added to “{owner}”",
    de: "„{name}“ lässt sich zu „{owner}“ hinzufügen",
    fr: "« {name} » peut être ajouté à « {owner} »",
    es: "«{name}» se puede añadir a «{owner}»",
  },
  dark: {
    en: "Dark mode can be switched on and stays on after a reload",
    de: "Der dunkle Modus lässt sich einschalten und bleibt nach dem Neuladen",
    fr: "Le mode sombre peut être activé et le reste après un rechargement",
    es: "El modo oscuro se puede activar y sigue activo tras recargar",
  },
};

/** The kinds of views, as the plan lists them beside their names. */
const KINDS: Sentences = {
  list: { en: "list", de: "Liste", fr: "liste", es: "lista" },
  table: { en: "table", de: "Tabelle", fr: "tableau", es: "tabla" },
  board: { en: "board", de: "Kanban-Tafel", fr: "tableau kanban", es: "tablero" },
  calendar: { en: "calendar", de: "Kalender", fr: "calendrier", es: "calendario" },
  gallery: { en: "gallery", de: "Galerie", fr: "galerie", es: "galería" },
  chart: { en: "chart", de: "Diagramm", fr: "graphique", es: "gráfico" },
  detail: { en: "detail", de: "Detailseite", fr: "fiche", es: "ficha" },
  stats: { en: "stats", de: "Statistik", fr: "statistiques", es: "estadísticas" },
  print: { en: "print", de: "Druckansicht", fr: "impression", es: "impresión" },
};

const VIEWS: Sentences = {
  listView: {
    en: "“{name}” lists what was added",
    de: "„{name}“ listet auf, was hinzugefügt wurde",
    fr: "« {name} » énumère ce qui a été ajouté",
    es: "«{name}» enumera lo que se ha añadido",
  },
  tableView: {
    en: "“{name}” is a table that is sorted by its headings",
    de: "„{name}“ ist eine Tabelle, die sich über ihre Überschriften sortieren lässt",
    fr: "« {name} » est un tableau que ses en-têtes trient",
    es: "«{name}» es una tabla que se ordena por sus encabezados",
  },
  boardView: {
    en: "“{name}” shows cards in columns, and a card can be moved to another column",
    de: "„{name}“ zeigt Karten in Spalten, und eine Karte lässt sich in eine andere Spalte verschieben",
    fr: "« {name} » montre des cartes en colonnes, et une carte peut passer dans une autre colonne",
    es: "«{name}» muestra tarjetas en columnas, y una tarjeta se puede pasar a otra columna",
  },
  calendarView: {
    en: "“{name}” shows each entry on its day of the month",
    de: "„{name}“ zeigt jeden Eintrag an seinem Tag des Monats",
    fr: "« {name} » montre chaque entrée à son jour du mois",
    es: "«{name}» muestra cada entrada en su día del mes",
  },
  galleryView: {
    en: "“{name}” shows each entry as a card with its picture",
    de: "„{name}“ zeigt jeden Eintrag als Karte mit seinem Bild",
    fr: "« {name} » montre chaque entrée comme une carte avec son image",
    es: "«{name}» muestra cada entrada como una tarjeta con su imagen",
  },
  chartView: {
    en: "“{name}” draws a chart, with its numbers as a table",
    de: "„{name}“ zeichnet ein Diagramm, mit seinen Zahlen als Tabelle",
    fr: "« {name} » trace un graphique, avec ses nombres en tableau",
    es: "«{name}» dibuja un gráfico, con sus números en una tabla",
  },
  detailView: {
    en: "The page of “{name}” shows what was entered",
    de: "Die Seite von „{name}“ zeigt, was eingegeben wurde",
    fr: "La page de « {name} » montre ce qui a été saisi",
    es: "La página de «{name}» muestra lo que se ha introducido",
  },
  statsView: {
    en: "“{name}” shows numbers about the entries",
    de: "„{name}“ zeigt Zahlen über die Einträge",
    fr: "« {name} » montre des nombres sur les entrées",
    es: "«{name}» muestra números sobre las entradas",
  },
  printView: {
    en: "“{name}” is a sheet with a button that prints it",
    de: "„{name}“ ist ein Blatt mit einer Schaltfläche, die es druckt",
    fr: "« {name} » est une feuille avec un bouton qui l’imprime",
    es: "«{name}» es una hoja con un botón que la imprime",
  },
  filtered: {
    en: "“{name}” shows only the entries that it is for",
    de: "„{name}“ zeigt nur die Einträge, die hineingehören",
    fr: "« {name} » ne montre que les entrées qui en font partie",
    es: "«{name}» muestra solo las entradas que le corresponden",
  },
  matching: {
    en: "“{name}” shows an entry that it is for",
    de: "„{name}“ zeigt einen Eintrag, der hineingehört",
    fr: "« {name} » montre une entrée qui en fait partie",
    es: "«{name}» muestra una entrada que le corresponde",
  },
  opened: {
    en: "“{name}” is a page of its own",
    de: "„{name}“ ist eine eigene Seite",
    fr: "« {name} » est une page à part",
    es: "«{name}» es una página propia",
  },
};

/** Every sentence of the plan of an app: titles of its features, and what is promised. */
export const PLAN_SENTENCES: Sentences = {
  ...APP,
  ...KINDS,
  ...VIEWS,
  ...BEHAVIOUR_TITLES,
  ...BEHAVIOUR_PROMISES,
};

/** A sentence of a plan, filled in. Throws a TypeError for an unknown key. */
export function planText(
  key: string,
  locale: Locale,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const sentence = PLAN_SENTENCES[key]?.[locale];
  if (sentence === undefined) throw new TypeError(`'${key}' is not a sentence of a plan.`);
  return fillPlaces(sentence, values);
}
