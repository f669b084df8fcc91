import { textTable } from "#local/brain/blueprints/texts.ts";

/** What the drawing pad says. */
export const TEXTS = textTable(`
  title     | Drawing Pad | Zeichenblock | Bloc à dessin | Bloc de dibujo
  lead      | Draw with a finger, a pen, a mouse or the keyboard. | Zeichnen mit Finger, Stift, Maus oder Tastatur. | Dessinez au doigt, au stylet, à la souris ou au clavier. | Dibuje con el dedo, el lápiz, el ratón o el teclado.
  paper     | Paper | Papier | Feuille | Hoja
  how       | Space sets the pen down and lifts it; the arrow keys move it. | Die Leertaste setzt den Stift auf und hebt ihn ab; die Pfeiltasten bewegen ihn. | Espace pose et lève le crayon ; les flèches le déplacent. | La barra espaciadora apoya y levanta el lápiz; las flechas lo mueven.
  color     | Color | Farbe | Couleur | Color
  own_color | Other color | Andere Farbe | Autre couleur | Otro color
  black     | Black | Schwarz | Noir | Negro
  red       | Red | Rot | Rouge | Rojo
  orange    | Orange | Orange | Orange | Naranja
  green     | Green | Grün | Vert | Verde
  blue      | Blue | Blau | Bleu | Azul
  purple    | Purple | Lila | Violet | Morado
  width     | Width | Strichstärke | Épaisseur | Grosor
  thin      | Thin | Dünn | Fin | Fino
  medium    | Medium | Mittel | Moyen | Medio
  thick     | Thick | Dick | Épais | Grueso
  eraser    | Eraser | Radierer | Gomme | Goma
  undo      | Undo | Rückgängig | Annuler | Deshacer
  redo      | Redo | Wiederholen | Rétablir | Rehacer
  clear     | Clear all | Alles löschen | Tout effacer | Borrar todo
  save      | Save as PNG | Als PNG speichern | Enregistrer en PNG | Guardar como PNG
  saved     | The picture was saved as %. | Das Bild wurde als % gespeichert. | L’image a été enregistrée sous %. | La imagen se guardó como %.
  keep      | Save drawing | Zeichnung speichern | Enregistrer le dessin | Guardar dibujo
  kept      | The drawing was saved as %. | Die Zeichnung wurde als % gespeichert. | Le dessin a été enregistré sous %. | El dibujo se guardó como %.
  open      | Open drawing | Zeichnung öffnen | Ouvrir un dessin | Abrir dibujo
  not_drawing | This file has no drawing that was saved here. | Diese Datei enthält keine Zeichnung, die hier gespeichert wurde. | Ce fichier ne contient pas de dessin enregistré ici. | Este archivo no contiene ningún dibujo guardado aquí.
  grid      | Grid | Raster | Quadrillage | Cuadrícula
  lines     | Lines: % | Striche: % | Traits : % | Trazos: %
  pen_down  | The pen is down. | Der Stift ist aufgesetzt. | Le crayon est posé. | El lápiz está apoyado.
  pen_up    | The pen is up. | Der Stift ist abgehoben. | Le crayon est levé. | El lápiz está levantado.
  full      | The drawing is too large to be kept in this browser. | Die Zeichnung ist zu groß, um in diesem Browser zu bleiben. | Le dessin est trop grand pour être conservé dans ce navigateur. | El dibujo es demasiado grande para conservarlo en este navegador.
  file      | drawing | zeichnung | dessin | dibujo
`);
