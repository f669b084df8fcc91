import type { Piece } from "./pieces.ts";
import { now, type State } from "./state.ts";

/** The message from the first to the last of some pieces, with misspelt words corrected; at most 60 characters. */
export function textOf(state: State, pieces: readonly Piece[]): string {
  const { message, tokens } = now(state);
  const all = pieces.flatMap((piece) => piece.tokens).sort((a, b) => a - b);
  const [first = 0, last = 0] = [all[0], all.at(-1)];
  const meant = new Set(state.spellings.values());
  return tokens
    .slice(first, last + 1)
    .map(
      ({ start, key, end }, at) =>
        (meant.has(key) ? key : message.slice(start, end)) +
        message.slice(end, tokens[first + at + 1]?.start ?? end),
    )
    .join("")
    .slice(0, 60)
    .trim();
}
