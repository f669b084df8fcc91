import type { Sentences } from "./word.ts";

/** What a plan promises of an app's behaviours. */
export const BEHAVIOUR_PROMISES: Sentences = {
  search: {
    en: "Search narrows “{plural}” to what matches",
    de: "Die Suche grenzt „{plural}“ auf das ein, was passt",
    fr: "La recherche limite « {plural} » à ce qui correspond",
    es: "La búsqueda reduce «{plural}» a lo que coincide",
  },
  filter: {
    en: "“{plural}” can be narrowed by {field}",
    de: "„{plural}“ lassen sich nach {field} eingrenzen",
    fr: "« {plural} » : la liste se filtre par {field}",
    es: "«{plural}»: la lista se puede filtrar por {field}",
  },
  sort: {
    en: "“{plural}” can be put in another order",
    de: "„{plural}“ lassen sich anders sortieren",
    fr: "« {plural} » : l’ordre peut être changé",
    es: "«{plural}»: el orden se puede cambiar",
  },
  due: {
    en: "What is past its {field} is marked as overdue",
    de: "Was {field} überschritten hat, ist als überfällig markiert",
    fr: "Ce qui a dépassé {field} est signalé en retard",
    es: "Lo que ha pasado de {field} se señala como vencido",
  },
  reminder: {
    en: "The app lists “{plural}” that are due soon at its top",
    de: "Die App nennt oben, was bald fällig ist: „{plural}“",
    fr: "L’application énumère en haut ce qui arrive bientôt : « {plural} »",
    es: "La aplicación enumera arriba lo que vence pronto: «{plural}»",
  },
  recurrence: {
    en: "Completing one of “{plural}” sets its next date",
    de: "Wird etwas unter „{plural}“ erledigt, erhält es sein nächstes Datum",
    fr: "Terminer un élément de « {plural} » fixe sa prochaine date",
    es: "Al completar algo de «{plural}» se fija su próxima fecha",
  },
  statusFlow: {
    en: "{field} changes only in the permitted steps",
    de: "{field} ändert sich nur in den erlaubten Schritten",
    fr: "{field} ne change que par les étapes permises",
    es: "{field} solo cambia por los pasos permitidos",
  },
  totals: {
    en: "Totals of “{plural}” are shown",
    de: "Summen zu „{plural}“ werden angezeigt",
    fr: "Les totaux de « {plural} » sont affichés",
    es: "Se muestran los totales de «{plural}»",
  },
  lowStock: {
    en: "“{plural}” that run low are marked",
    de: "Was unter „{plural}“ knapp wird, ist markiert",
    fr: "« {plural} » : ce qui s’épuise est signalé",
    es: "«{plural}»: se señala lo que escasea",
  },
  budget: {
    en: "A monthly budget of “{plural}” shows when it is exceeded",
    de: "Ein Monatsbudget für „{plural}“ zeigt, wenn es überschritten ist",
    fr: "Un budget mensuel de « {plural} » montre s’il est dépassé",
    es: "Un presupuesto mensual de «{plural}» muestra si se supera",
  },
  columnLimit: {
    en: "“{name}” shows the limit of a column",
    de: "„{name}“ zeigt, wie viele Karten eine Spalte höchstens enthalten soll",
    fr: "« {name} » montre la limite d’une colonne",
    es: "«{name}» muestra el límite de una columna",
  },
  wordCount: {
    en: "The words of “{plural}” are counted",
    de: "Die Wörter von „{plural}“ werden gezählt",
    fr: "Les mots de « {plural} » sont comptés",
    es: "Se cuentan las palabras de «{plural}»",
  },
  checkIn: {
    en: "A check-in of “{plural}” counts the days in a row",
    de: "Das Abhaken unter „{plural}“ zählt die Tage in Folge",
    fr: "Cocher dans « {plural} » compte les jours de suite",
    es: "Marcar en «{plural}» cuenta los días seguidos",
  },
  favorite: {
    en: "“{plural}” can be marked as favorites",
    de: "„{plural}“ lassen sich als Favoriten markieren",
    fr: "« {plural} » : des favoris peuvent être marqués",
    es: "«{plural}»: se pueden marcar favoritos",
  },
  archive: {
    en: "“{plural}” can be archived and shown again",
    de: "„{plural}“ lassen sich archivieren und wieder zeigen",
    fr: "« {plural} » : l’archivage masque, et les archives s’affichent à nouveau",
    es: "«{plural}»: se puede archivar y volver a mostrar lo archivado",
  },
  duplicate: {
    en: "“{plural}” can be duplicated",
    de: "„{plural}“ lassen sich duplizieren",
    fr: "« {plural} » : un élément peut être dupliqué",
    es: "«{plural}»: se puede duplicar",
  },
  manualOrder: {
    en: "“{plural}” can be moved up and down",
    de: "„{plural}“ lassen sich nach oben und unten verschieben",
    fr: "« {plural} » : un élément peut monter et descendre",
    es: "«{plural}»: se puede subir y bajar",
  },
  bulk: {
    en: "Several “{plural}” can be selected and deleted",
    de: "Mehrere „{plural}“ lassen sich auswählen und löschen",
    fr: "« {plural} » : plusieurs éléments peuvent être sélectionnés et supprimés",
    es: "«{plural}»: se pueden seleccionar y eliminar varios",
  },
  export: {
    en: "Everything can be exported as {formats}",
    de: "Alles lässt sich als {formats} exportieren",
    fr: "Tout peut être exporté en {formats}",
    es: "Todo se puede exportar como {formats}",
  },
  exportBoth: {
    en: "Everything can be exported as CSV and JSON",
    de: "Alles lässt sich als CSV und JSON exportieren",
    fr: "Tout peut être exporté en CSV et JSON",
    es: "Todo se puede exportar como CSV y JSON",
  },
  import: {
    en: "A CSV file is read after a preview",
    de: "Eine CSV-Datei wird nach einer Vorschau eingelesen",
    fr: "Un fichier CSV est lu après un aperçu",
    es: "Un archivo CSV se lee tras una vista previa",
  },
  sampleData: {
    en: "Sample data can be added, and is marked as such",
    de: "Beispieldaten lassen sich hinzufügen und sind als solche markiert",
    fr: "Des données d’exemple peuvent être ajoutées et sont signalées comme telles",
    es: "Se pueden añadir datos de ejemplo, señalados como tales",
  },
  shortcuts: {
    en: "The key ? lists the keyboard shortcuts, and n begins an entry",
    de: "Die Taste ? listet die Tastenkürzel auf, und n beginnt einen Eintrag",
    fr: "La touche ? énumère les raccourcis, et n commence une entrée",
    es: "La tecla ? enumera los atajos, y n empieza una entrada",
  },
  offline: {
    en: "The app can be installed on a device, which keeps its files",
    de: "Die App lässt sich auf einem Gerät installieren, das ihre Dateien behält",
    fr: "L’application peut être installée sur un appareil, qui garde ses fichiers",
    es: "La aplicación se puede instalar en un dispositivo, que guarda sus archivos",
  },
};
