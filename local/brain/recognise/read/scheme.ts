import type { Chunk } from "./chunk.ts";
import { type Piece, senseOf } from "./pieces.ts";
import { met, type State, settle } from "./state.ts";

/** Reads "no dark mode": the app keeps to light colors. Returns whether the chunk says that. */
export function readNoScheme(state: State, { negators, pieces }: Chunk): boolean {
  const [words, ...others] = pieces;
  if (!words || others.length > 0 || !isScheme(words)) return false;
  state.draft.scheme = words.text.toLowerCase() === "light mode" ? "dark" : "light";
  settle(state, [...negators, words], met("look.scheme"));
  return true;
}

/** A dark mode that is asked for comes back, if an earlier message was against it. */
export function readScheme({ draft }: State, { pieces }: Chunk): void {
  if (pieces.some(isScheme)) draft.scheme = "both";
}

const isScheme = (piece: Piece) => senseOf(piece, "inherent")?.key === "dark";
