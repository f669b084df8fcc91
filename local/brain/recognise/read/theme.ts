import type { Chunk } from "./chunk.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";
import { byKind, met, type State, settle } from "./state.ts";

/** Words for how an app looks: "with a … look", "in the … theme". */
const LOOK = /^(looks?|style|theme|design|stil|aussehen|thema|thème|apparence|tema|estilo|aspecto|diseño)$/i;

const isCue = (piece: Piece) => hasRole(piece, "style", "like") || LOOK.test(piece.text);

/** Sets the theme that follows the look of a product. Returns whether there is one. */
export function setTheme(state: State, piece: Piece): boolean {
  const look = senseOf(piece, "look");
  if (look) state.draft.theme = look.theme;
  return look !== undefined;
}

/** Reads "with a Notion look": a product and words for looks alone. Returns whether it is that. */
export function readTheme(state: State, words: readonly Piece[], chunk: Chunk): boolean {
  const product = words.find((piece) => senseOf(piece, "look"));
  const isAlone = words.every((piece) => piece === product || LOOK.test(piece.text));
  const isCued = [...chunk.before, ...chunk.pieces].some(isCue) || chunk.lead.includes("like");
  if (!product || !isAlone || !isCued) return false;
  setTheme(state, product);
  settle(state, words, met("look.theme"));
  return true;
}

/**
 * Reads a product that only says how an app of other records looks: "a recipe book in the style of Notion". Returns its
 * piece, or undefined if there is none.
 */
export function readStyle(state: State, all: readonly Piece[], naming: readonly Piece[]): Piece | undefined {
  const product = naming.find((piece) => senseOf(piece, "look"));
  const other = naming.some((piece) => piece !== product && senseOf(piece, "noun"));
  const cues = all.filter(isCue);
  if (!product || !other || cues.length === 0) return undefined;
  setTheme(state, product);
  settle(state, product, met("look.theme"));
  settle(state, cues, byKind);
  return product;
}
