import { textTable } from "#local/brain/blueprints/texts.ts";

/** What flashcards say. */
export const TEXTS = textTable(`
  title    | Flashcards | Karteikarten | Cartes mémoire | Tarjetas de estudio
  lead     | Learn with cards that come back when they are due. | Lernen mit Karten, die zum richtigen Zeitpunkt wiederkommen. | Apprenez avec des cartes qui reviennent au bon moment. | Aprenda con tarjetas que vuelven en su momento.
  study    | Study | Lernen | Réviser | Estudiar
  deck     | Deck | Stapel | Paquet | Mazo
  all      | All decks | Alle Stapel | Tous les paquets | Todos los mazos
  front    | Front | Vorderseite | Recto | Anverso
  back     | Back | Rückseite | Verso | Reverso
  flip     | Flip the card | Karte umdrehen | Retourner la carte | Girar la tarjeta
  again    | Again | Nochmal | À revoir | Otra vez
  knew     | Knew it | Gewusst | Je savais | La sabía
  box      | Box % | Fach % | Boîte % | Caja %
  due      | Due: % | Fällig: % | À réviser : % | Pendientes: %
  done     | Nothing is due. Well done! | Nichts ist fällig. Gut gemacht! | Rien à réviser. Bravo ! | No hay nada pendiente. ¡Bien hecho!
  none     | There are no cards yet. Add the first one below. | Es gibt noch keine Karten. Legen Sie unten die erste an. | Il n’y a pas encore de carte. Ajoutez la première ci-dessous. | Todavía no hay tarjetas. Añada la primera abajo.
  keys     | Space flips the card, 1 is again, 2 is knew it. | Die Leertaste dreht die Karte um, 1 heißt nochmal, 2 gewusst. | Espace retourne la carte, 1 : à revoir, 2 : je savais. | La barra espaciadora gira la tarjeta, 1: otra vez, 2: la sabía.
  progress | Cards by box | Karten nach Fach | Cartes par boîte | Tarjetas por caja
  new      | New card | Neue Karte | Nouvelle carte | Tarjeta nueva
  add      | Add card | Karte hinzufügen | Ajouter la carte | Añadir tarjeta
  change   | Change card | Karte ändern | Modifier la carte | Modificar tarjeta
  save     | Save card | Karte speichern | Enregistrer la carte | Guardar tarjeta
  cancel   | Cancel | Abbrechen | Abandonner | Cancelar
  cards    | Cards | Karten | Cartes | Tarjetas
  edit     | Edit: % | Bearbeiten: % | Modifier : % | Editar: %
  delete   | Delete: % | Löschen: % | Supprimer : % | Borrar: %
  deleted  | Deleted: % | Gelöscht: % | Supprimée : % | Borrada: %
  undo     | Undo | Rückgängig | Annuler | Deshacer
  full     | The cards are too many to be kept in this browser. | Es sind zu viele Karten, um in diesem Browser zu bleiben. | Il y a trop de cartes pour ce navigateur. | Hay demasiadas tarjetas para este navegador.
  general  | General | Allgemein | Général | Generales
  exchange | Import and export | Import und Export | Importer et exporter | Importar y exportar
  lines    | One card a line: front;back or front;back;box;date | Eine Karte je Zeile: Vorderseite;Rückseite oder Vorderseite;Rückseite;Fach;Datum | Une carte par ligne : recto;verso ou recto;verso;boîte;date | Una tarjeta por línea: anverso;reverso o anverso;reverso;caja;fecha
  import   | Import | Importieren | Importer | Importar
  export   | Export | Exportieren | Exporter | Exportar
  imported | Cards imported: %; lines left out: #. | Karten importiert: %; ausgelassene Zeilen: #. | Cartes importées : % ; lignes ignorées : #. | Tarjetas importadas: %; líneas omitidas: #.
  exported | The cards were saved as %. | Die Karten wurden als % gespeichert. | Les cartes ont été enregistrées sous %. | Las tarjetas se guardaron como %.
  file     | flashcards | karteikarten | cartes | tarjetas
`);
