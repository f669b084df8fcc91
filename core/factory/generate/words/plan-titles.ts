import type { Sentences } from "./word.ts";

/** What an app's behaviours are called in the list of its features. */
export const BEHAVIOUR_TITLES: Sentences = {
  titleSearch: {
    en: "Search {plural}",
    de: "Suche: {plural}",
    fr: "Recherche : {plural}",
    es: "Buscar: {plural}",
  },
  titleFilter: {
    en: "Filter {plural} by {fields}",
    de: "Filter: {plural} nach {fields}",
    fr: "Filtres : {plural} par {fields}",
    es: "Filtrar: {plural} por {fields}",
  },
  titleSort: {
    en: "Sort {plural}",
    de: "Sortieren: {plural}",
    fr: "Tri : {plural}",
    es: "Ordenar: {plural}",
  },
  titleDue: {
    en: "Mark {plural} that are overdue",
    de: "Überfälliges wird markiert: {plural}",
    fr: "Signaler ce qui est en retard : {plural}",
    es: "Señalar lo que ha vencido: {plural}",
  },
  titleReminderToday: {
    en: "Remind of {plural} on the day",
    de: "Erinnerung am selben Tag: {plural}",
    fr: "Rappel le jour même : {plural}",
    es: "Recordatorio el mismo día: {plural}",
  },
  titleReminderDay: {
    en: "Remind of {plural} 1 day before",
    de: "Erinnerung 1 Tag vorher: {plural}",
    fr: "Rappel 1 jour avant : {plural}",
    es: "Recordatorio 1 día antes: {plural}",
  },
  titleReminderDays: {
    en: "Remind of {plural} {days} days before",
    de: "Erinnerung {days} Tage vorher: {plural}",
    fr: "Rappel {days} jours avant : {plural}",
    es: "Recordatorio {days} días antes: {plural}",
  },
  titleRecurrence: {
    en: "Repeat {plural} every {days} days",
    de: "Wiederholung alle {days} Tage: {plural}",
    fr: "Répétition tous les {days} jours : {plural}",
    es: "Repetición cada {days} días: {plural}",
  },
  titleRecurrenceField: {
    en: "Repeat {plural} by “{field}”",
    de: "Wiederholung nach „{field}“: {plural}",
    fr: "Répétition selon « {field} » : {plural}",
    es: "Repetición según «{field}»: {plural}",
  },
  titleStatusFlow: {
    en: "Permitted steps of {field}: {plural}",
    de: "Erlaubte Schritte von {field}: {plural}",
    fr: "Étapes permises de {field} : {plural}",
    es: "Pasos permitidos de {field}: {plural}",
  },
  titleTotals: {
    en: "Totals of {fields}",
    de: "Summen von {fields}",
    fr: "Totaux de {fields}",
    es: "Totales de {fields}",
  },
  titleLowStock: {
    en: "Warn when {plural} run low",
    de: "Warnung, wenn etwas knapp wird: {plural}",
    fr: "Alerte quand le stock baisse : {plural}",
    es: "Aviso cuando queda poco: {plural}",
  },
  titleCheckIn: {
    en: "Check in {plural} day by day and count the days in a row",
    de: "Tägliches Abhaken, mit den Tagen in Folge: {plural}",
    fr: "Cocher jour après jour et compter les jours de suite : {plural}",
    es: "Marcar día a día y contar los días seguidos: {plural}",
  },
  titleFavorite: {
    en: "Favorite {plural}",
    de: "Favoriten: {plural}",
    fr: "Favoris : {plural}",
    es: "Favoritos: {plural}",
  },
  titleArchive: {
    en: "Archive {plural}",
    de: "Archiv: {plural}",
    fr: "Archives : {plural}",
    es: "Archivo: {plural}",
  },
  titleDuplicate: {
    en: "Duplicate {plural}",
    de: "Duplizieren: {plural}",
    fr: "Dupliquer : {plural}",
    es: "Duplicar: {plural}",
  },
  titleManualOrder: {
    en: "Put {plural} into an order of one's own",
    de: "Eigene Reihenfolge: {plural}",
    fr: "Ordre personnel : {plural}",
    es: "Orden propio: {plural}",
  },
  titleBulk: {
    en: "Select several {plural} and change or delete them",
    de: "Mehrere auswählen und ändern oder löschen: {plural}",
    fr: "En sélectionner plusieurs pour les modifier ou les supprimer : {plural}",
    es: "Seleccionar varios y modificarlos o eliminarlos: {plural}",
  },
  titleExport: {
    en: "Export as {formats}",
    de: "Export als {formats}",
    fr: "Export en {formats}",
    es: "Exportar como {formats}",
  },
  titleExportBoth: {
    en: "Export as CSV and JSON",
    de: "Export als CSV und JSON",
    fr: "Export en CSV et JSON",
    es: "Exportar como CSV y JSON",
  },
  titleImport: {
    en: "Import from CSV and JSON files, with a preview",
    de: "Import aus CSV- und JSON-Dateien, mit Vorschau",
    fr: "Import de fichiers CSV et JSON, avec un aperçu",
    es: "Importar de archivos CSV y JSON, con vista previa",
  },
  titleSampleData: {
    en: "Sample data that can be added and removed in one step",
    de: "Beispieldaten, in einem Schritt hinzugefügt und entfernt",
    fr: "Données d’exemple, ajoutées et retirées en une fois",
    es: "Datos de ejemplo que se añaden y se quitan de una vez",
  },
  titleShortcuts: {
    en: "Keyboard shortcuts, listed by ?",
    de: "Tastenkürzel, aufgelistet mit ?",
    fr: "Raccourcis clavier, énumérés par ?",
    es: "Atajos de teclado, enumerados con ?",
  },
  titleOffline: {
    en: "Can be installed and opens without a connection",
    de: "Lässt sich installieren und öffnet sich ohne Verbindung",
    fr: "Peut être installée et s’ouvre sans connexion",
    es: "Se puede instalar y se abre sin conexión",
  },
};
