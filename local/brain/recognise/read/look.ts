import { tint } from "#local/brain/recognise/look/color-names.ts";
import type { Chunk } from "./chunk.ts";
import { type Piece, senseOf } from "./pieces.ts";
import { met, type State, settle } from "./state.ts";

/** "In green", "a blue background", "dark design". */
export function readLook(state: State, words: readonly Piece[], chunk: Chunk): boolean {
  const color = words.find((piece) => senseOf(piece, "color"));
  const others = words.filter(
    (piece) =>
      piece !== color &&
      !senseOf(piece, "inherent") &&
      !senseOf(piece, "container") &&
      !LOOK.test(piece.text),
  );
  const cue =
    // "Green", when the app is known.
    state.messages.length > 1 ||
    chunk.lead.includes("in") ||
    words.length > 1 ||
    chunk.pieces.length > words.length ||
    words.some(({ text }) => /colou?r|farbe|couleur|accent|akzent|acento/i.test(text)) ||
    chunk.before.length > 0;
  if (!color || others.length > 0 || !cue) return false;
  const { hex } = senseOf(color, "color") ?? { hex: "" };
  const behind = words.some(({ text }) => /background|hintergrund|fond|fondo/i.test(text));
  if (behind) state.draft.background = tint(hex);
  else state.draft.accent = hex;
  settle(state, words, met(behind ? "look.background" : "look.accent"));
  return true;
}

/** "Not blue": the app loses this color. Returns whether the chunk says that. */
export function readNoLook(state: State, { negators, pieces }: Chunk): boolean {
  const color = pieces.find((piece) => senseOf(piece, "color"));
  if (!color || pieces.some((piece) => piece !== color && !LOOK.test(piece.text))) return false;
  if (state.draft.accent === senseOf(color, "color")?.hex) state.draft.accent = null;
  settle(state, [...negators, ...pieces], met("absent.color"));
  return true;
}

const LOOK =
  /^(theme|accent|accents|colou?rs?|background|look|design|style|buttons?|scheme|farbe|farben|akzent|hintergrund|thema|schema|knöpfe|couleurs?|fond|thème|boutons?|color|colores|fondo|tema|acento|botones)$/i;
