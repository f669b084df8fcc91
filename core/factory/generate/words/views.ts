import type { Words } from "./word.ts";

/** The texts of views. */
export const VIEW_WORDS: Words = {
  tableAscending: {
    en: "Sorted by {field}, ascending.",
    de: "Nach {field} aufsteigend sortiert.",
    fr: "Trié par {field}, ordre croissant.",
    es: "Ordenado por {field}, ascendente.",
  },
  tableDescending: {
    en: "Sorted by {field}, descending.",
    de: "Nach {field} absteigend sortiert.",
    fr: "Trié par {field}, ordre décroissant.",
    es: "Ordenado por {field}, descendente.",
  },
  customMissing: {
    en: "This page has not been written yet.",
    de: "Diese Seite ist noch nicht geschrieben.",
    fr: "Cette page n’est pas encore écrite.",
    es: "Esta página aún no está escrita.",
  },
  customFailed: {
    en: "This page could not be shown. The rest of the app works, and your records are safe.",
    de: "Diese Seite konnte nicht angezeigt werden. Der Rest der App funktioniert, und die Einträge sind sicher.",
    fr: "Cette page n’a pas pu être affichée. Le reste de l’application fonctionne et vos données sont intactes.",
    es: "Esta página no se pudo mostrar. El resto de la aplicación funciona y sus datos están a salvo.",
  },
  customLoading: { en: "Loading…", de: "Wird geladen…", fr: "Chargement…", es: "Cargando…" },
  tableMore: { en: "Actions", de: "Aktionen", fr: "Actions", es: "Acciones" },
  tableSum: {
    en: "Total {field}",
    de: "Summe {field}",
    fr: "Total {field}",
    es: "Total {field}",
  },
  boardNone: { en: "No {field}", de: "Ohne {field}", fr: "Sans {field}", es: "Sin {field}" },
  boardCount: {
    en: "{count} {plural}",
    de: "{count} {plural}",
    fr: "{count} {plural}",
    es: "{count} {plural}",
  },
  boardEmpty: { en: "Nothing here", de: "Nichts hier", fr: "Rien ici", es: "Nada aquí" },
  boardMove: {
    en: "Move to {option}: {title}",
    de: "Nach {option} verschieben: {title}",
    fr: "Déplacer vers {option} : {title}",
    es: "Mover a {option}: {title}",
  },
  boardMoved: {
    en: "“{title}” moved to {option}.",
    de: "„{title}“ nach {option} verschoben.",
    fr: "« {title} » déplacé vers {option}.",
    es: "«{title}» movido a {option}.",
  },
  calendarPrevious: {
    en: "Previous month",
    de: "Voriger Monat",
    fr: "Mois précédent",
    es: "Mes anterior",
  },
  calendarNext: { en: "Next month", de: "Nächster Monat", fr: "Mois suivant", es: "Mes siguiente" },
  calendarToday: { en: "Today", de: "Heute", fr: "Aujourd’hui", es: "Hoy" },
  calendarAdd: {
    en: "Add on {day}",
    de: "Hinzufügen: {day}",
    fr: "Ajouter : {day}",
    es: "Añadir: {day}",
  },
  calendarNothing: {
    en: "No {plural} in this month.",
    de: "In diesem Monat: keine {plural}.",
    fr: "Aucun élément ce mois-ci ({plural}).",
    es: "Nada en este mes ({plural}).",
  },
  calendarUndated: {
    en: { one: "{count} without a date in “{field}”.", other: "{count} without a date in “{field}”." },
    de: { one: "{count} ohne Datum in „{field}“.", other: "{count} ohne Datum in „{field}“." },
    fr: { one: "{count} sans date dans « {field} ».", other: "{count} sans date dans « {field} »." },
    es: { one: "{count} sin fecha en «{field}».", other: "{count} sin fecha en «{field}»." },
  },
  chartTitle: {
    en: "{what} by {group}",
    de: "{what} nach {group}",
    fr: "{what} par {group}",
    es: "{what} por {group}",
  },
  chartTable: {
    en: "The numbers as a table",
    de: "Die Zahlen als Tabelle",
    fr: "Les chiffres sous forme de tableau",
    es: "Los números en una tabla",
  },
  chartNone: { en: "None", de: "Ohne", fr: "Aucun", es: "Ninguno" },
  chartNot: { en: "Not: {field}", de: "Nicht: {field}", fr: "Pas : {field}", es: "No: {field}" },
  print: { en: "Print", de: "Drucken", fr: "Imprimer", es: "Imprimir" },
  printDate: { en: "As of {date}", de: "Stand: {date}", fr: "État au {date}", es: "A fecha de {date}" },
};
