import type { View } from "#core/factory/specification/view.ts";
import { terms } from "#local/brain/lexicon/table.ts";
import type { Term } from "#local/brain/lexicon/types.ts";

/** A view that a request can name. */
export interface ViewWord extends Term {
  readonly key: View["kind"];
}

/** The views, by kind. `key | en | de | fr | es` */
export const VIEW_WORDS = terms(`
list     | list, list view, feed, timeline, checklist | Liste, Listenansicht, Feed, Zeitleiste, Checkliste | liste, vue en liste, fil, frise chronologique | lista, vista de lista, línea de tiempo
table    | table, table view, spreadsheet, grid, rows and columns, sheet | Tabelle, Tabellenansicht, Übersichtstabelle | tableau, vue en tableau, feuille de calcul | tabla, vista de tabla, hoja de cálculo, cuadrícula
board    | board, kanban board, kanban, kanban view, card board, board view, pipeline, columns by status, swimlane, drag and drop board | Board, Kanban-Board, Kanbanboard, Kanban, Pinnwand, Spalten nach Status, Pipeline | kanban, tableau kanban, vue kanban, colonnes par statut, pipeline | tablero, tablero kanban, kanban, columnas por estado, pipeline, embudo
calendar | calendar, calendar view, month view, monthly view, week view, weekly view, agenda, schedule view | Kalender, Kalenderansicht, Monatsansicht, Monatsübersicht, Wochenansicht, Wochenübersicht | calendrier, vue calendrier, vue mensuelle, vue par mois, vue hebdomadaire, agenda | calendario, vista de calendario, vista mensual, vista semanal, agenda
gallery  | gallery, gallery view, photo gallery, picture grid, photo grid, image grid, album view, card view, cards, tiles view | Galerie, Galerieansicht, Fotogalerie, Bildergalerie, Fotoraster, Kacheln, Kachelansicht | galerie, galerie de photos, galerie photo, mosaïque, vue en vignettes, vignettes | galería, galería de fotos, mosaico, vista de tarjetas, tarjetas
chart    | chart, graph, diagram, plot, bar chart, line chart, pie chart, progress chart, progress graph, graph of my progress, chart of my progress, graph of progress, trend, trends, curve, visualization, histogram, progress over time | Diagramm, Grafik, Graph, Balkendiagramm, Liniendiagramm, Kreisdiagramm, Tortendiagramm, Verlauf, Verlaufskurve, Kurve, Kurvendiagramm, Auswertung | graphique, graphe, diagramme, courbe, camembert, histogramme, évolution | gráfico, gráfica, diagrama, gráfico de barras, gráfico de líneas, gráfico circular, evolución
detail   | detail page, details page, detail view, record page, single page for each, profile page | Detailseite, Detailansicht, Einzelansicht, Profilseite | page de détail, vue détaillée, fiche, fiche détaillée | página de detalle, vista de detalle, ficha, ficha detallada
stats    | statistics, stats, dashboard, overview, key figures, metrics, summary page, kpi, totals at a glance, numbers at a glance, report | Statistik, Statistiken, Dashboard, Übersicht, Kennzahlen, Auswertungen, Bericht | statistiques, tableau de bord, vue d'ensemble, chiffres clés, indicateurs, synthèse, rapport | estadísticas, panel, panel de control, resumen general, indicadores, cifras clave, informe
print    | print view, print, printing, printable, printable list, print version, printout, printable page | Druckansicht, drucken, Ausdruck, druckbar, Druckversion | impression, imprimer, imprimable, version imprimable | imprimir, impresión, imprimible, versión para imprimir
`) as readonly ViewWord[];
