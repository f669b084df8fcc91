import type { Chunk } from "./chunk.ts";
import { type Piece, senseOf } from "./pieces.ts";
import { met, now, type State, settle } from "./state.ts";

/** Reads "no dark mode": the app keeps to light colors. Returns whether the chunk says that. */
export function readNoScheme(state: State, { negators, pieces }: Chunk): boolean {
  const [words, ...others] = pieces;
  if (!words || others.length > 0 || !isScheme(words)) return false;
  state.draft.scheme = words.text.toLowerCase() === "light mode" ? "dark" : "light";
  settle(state, [...negators, words], met("look.scheme"));
  return true;
}

/** "Make it dark", in a later message: the app keeps to dark colors. Returns whether the words say that. */
export function readOnlyScheme(state: State, words: readonly Piece[], { lead, before }: Chunk): boolean {
  const [word, ...others] = words;
  if (!word || others.length > 0 || state.messages.length < 2) return false;
  const scheme = DARK.test(word.text) ? "dark" : LIGHT.test(word.text) ? "light" : null;
  // Light alone is also what a plant needs.
  const isTold = lead.includes("build") || lead.includes("in") || before.some(({ text }) => IT.test(text));
  if (scheme === null || !isTold) return false;
  state.draft.scheme = scheme;
  settle(state, word, met("look.scheme"));
  return true;
}

const DARK = /^(dark|darker|dunkel|dunkler|sombre|foncé|oscur[oa])$/i;
const LIGHT = /^(light|lighter|bright|hell|heller|clair|claire|clar[oa])$/i;
const IT = /^(it|this|that|them|es|sie|ihn|das|la|le|lo|les)$/i;

/** A dark mode that is asked for comes back, if an earlier message was against it. */
export function readScheme(state: State, { pieces }: Chunk): void {
  const isOpen = ({ tokens }: Piece) => tokens.every((at) => now(state).dispositions[at] === undefined);
  if (pieces.some((piece) => isScheme(piece) && isOpen(piece))) state.draft.scheme = "both";
}

/** Reads "a dark todo list". Returns whether a word says that. */
export function readDark(state: State, piece: Piece): boolean {
  if (!/^(dark|dunkle[rsnm]?|sombres?|oscur[oa])$/i.test(piece.text)) return false;
  state.draft.scheme = "dark";
  settle(state, piece, met("look.scheme"));
  return true;
}

const isScheme = (piece: Piece) => senseOf(piece, "inherent")?.key === "dark";
