import type { View } from "#core/factory/specification/view.ts";
import { rowsOf, wordsFrom } from "#local/brain/lexicon/table.ts";
import type { Term } from "#local/brain/lexicon/types.ts";

/** A word for the app itself, such as "tracker" in "plant tracker": it is not a kind of record. */
export interface Container extends Term {
  /** The view that the word calls for. */
  readonly view?: View["kind"];
}

/** `key | view | en | de | fr | es`; `-` where the word calls for no view. */
export const CONTAINERS: readonly Container[] = rowsOf(
  `
app       | -        | app, application, web app, webapp, mobile app, phone app, web application, pwa | App, Anwendung, Web-App, Webanwendung, Webapp, Applikation | application, appli, application web, webapp | aplicación, app, aplicación web
tool      | -        | tool, utility, program, programme, software, helper, assistant, solution | Tool, Werkzeug, Programm, Software, Hilfsprogramm, Assistent | outil, logiciel, programme, assistant, utilitaire, solution | herramienta, programa, software, utilidad, asistente, solución
site      | -        | site, website, web site, web page, page | Website, Webseite, Seite, Internetseite | site, site web, page, page web | sitio, sitio web, página, página web, web
system    | -        | system, management system, platform, portal, suite | System, Verwaltungssystem, Plattform, Portal | système, plateforme, portail, système de gestion | sistema, plataforma, portal, sistema de gestión
manager   | -        | manager, management, organizer, organiser, administration, keeper | Manager, Verwaltung, Verwalter, Organizer | gestionnaire, gestion, organiseur | gestor, gestión, administrador, administración, organizador
tracker   | -        | tracker, tracking, tracking app, monitor, monitoring | Tracker, Überwachung, Erfassung, Verfolgung | suivi, traqueur, tracker | seguimiento, rastreador, control, monitor
list      | list     | list, lists, checklist, to-do list | Liste, Listen, Checkliste | liste, listes | lista, listas
log       | table    | log, logbook, log book, record book, register, records, history, protocol | Logbuch, Protokoll, Verzeichnis, Register, Verlauf | registre, journal de bord, carnet de bord, historique | registro, bitácora, historial
diary     | list     | diary, journal | Tagebuch, Journal | journal, journal intime | diario
book      | -        | book, notebook | Buch, Heft, Büchlein | livre, carnet, cahier | libro, libreta, cuaderno
planner   | calendar | planner, planning, scheduler, schedule, timetable | Planer, Planung, Plan, Terminplaner, Zeitplan | planificateur, planning, planification, agenda, emploi du temps | planificador, planificación, agenda, horario
calendar  | calendar | calendar | Kalender | calendrier | calendario
board     | board    | board, kanban, kanban board | Board, Kanban-Board, Tafel, Brett | kanban, tableau kanban | tablero, tablero kanban
database  | table    | database, catalog, catalogue, directory, index, inventory, repository, archive, library | Datenbank, Katalog, Kartei, Sammlung, Archiv | base de données, catalogue, répertoire, annuaire, bibliothèque | base de datos, catálogo, directorio, fichero, biblioteca
dashboard | stats    | dashboard, cockpit, overview | Dashboard, Übersicht, Cockpit | tableau de bord, vue d'ensemble | panel, panel de control, cuadro de mando
gallery   | gallery  | gallery, album, collection | Galerie, Album | galerie, album, collection | galería, álbum, colección
form      | -        | form | Formular | formulaire | formulario
place     | -        | place, place to keep, somewhere to keep, place for | Ort, Platz | endroit, lieu où | sitio, lugar donde
`,
  6,
).map(([key = "", view = "", ...cells]) => ({
  key,
  ...(view !== "-" && { view: view as View["kind"] }),
  words: wordsFrom(cells),
}));

/**
 * The ends of German compounds that name the app, with the key of the container: "Pflanzenverwaltung" is an app for
 * plants. The longest that fits counts; what is left names the record, perhaps with a linking letter.
 */
export const GERMAN_SUFFIXES: ReadonlyMap<string, string> = new Map(
  rowsOf(
    `
app        | app, anwendung, webapp, applikation
tool       | tool, programm, software, helfer, assistent, werkzeug
system     | system, verwaltungssystem, plattform, portal
manager    | verwaltung, verwalter, manager, organizer, management
tracker    | tracker, erfassung, überwachung, verfolgung, kontrolle, zähler
list       | liste, listen, checkliste
log        | log, logbuch, protokoll, verzeichnis, register, verlauf, historie
diary      | tagebuch, journal
book       | buch, heft, büchlein
planner    | planer, plan, planung, kalenderplaner
calendar   | kalender
board      | board, tafel, brett
database   | datenbank, kartei, katalog, archiv, sammlung, bibliothek, bestand
dashboard  | übersicht, dashboard, cockpit
gallery    | galerie, album
form       | formular
`,
    2,
  ).flatMap(([key = "", suffixes = ""]) => suffixes.split(", ").map((suffix) => [suffix, key] as const)),
);
