import { textTable } from "#local/brain/blueprints/texts.ts";

/** What the counter says. */
export const TEXTS = textTable(`
  title   | Counter | Zähler | Compteur | Contador
  lead    | One press counts one. | Ein Druck zählt eins. | Un appui compte un. | Una pulsación cuenta uno.
  counter | Counter % | Zähler % | Compteur % | Contador %
  name    | Name | Name | Nom | Nombre
  up      | + Count up % | + Hochzählen: % | + Augmenter : % | + Aumentar: %
  down    | − Count down % | − Herunterzählen: % | − Diminuer : % | − Disminuir: %
  keys    | ↑ or + counts up, ↓ or − counts down. | ↑ oder + zählt hoch, ↓ oder − zählt herunter. | ↑ ou + augmente, ↓ ou − diminue. | ↑ o + aumenta, ↓ o − disminuye.
  reset   | Reset | Zurücksetzen | Remettre à zéro | Poner a cero
  resets  | Reset % | Zurücksetzen: % | Remettre à zéro : % | Poner a cero: %
  undo    | Undo | Rückgängig | Annuler | Deshacer
  undone  | Undone. | Rückgängig gemacht. | Annulé. | Deshecho.
  step    | Step | Schritt | Pas | Paso
  add     | Add counter | Zähler hinzufügen | Ajouter un compteur | Añadir contador
  remove  | Remove % | Entfernen: % | Supprimer : % | Quitar: %
  removed | % was removed. | % wurde entfernt. | % a été supprimé. | Se ha quitado %.
  total   | Total: % | Summe: % | Total : % | Total: %
  goal    | Goal | Ziel | Objectif | Objetivo
  to_go   | % to go | noch % | encore % | faltan %
  reached | Goal reached | Ziel erreicht | Objectif atteint | Objetivo alcanzado
`);
