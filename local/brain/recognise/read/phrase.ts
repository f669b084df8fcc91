import type { Piece } from "./pieces.ts";
import { now, type State } from "./state.ts";

/** Whether only prepositions such as "of" stand between the words. */
export function isPhrase(state: State, pieces: readonly Piece[]): boolean {
  const { tokens } = now(state);
  const all = new Set(pieces.flatMap((piece) => piece.tokens));
  const [first, last] = [Math.min(...all), Math.max(...all)];
  return tokens
    .slice(first, last)
    .every(
      ({ text }, at) =>
        all.has(first + at) ||
        /^(of|the|my|our|de|du|des|d['’]|l['’]|la|le|les|los|las|el|del|mis?|mes|mon|ma|nos|notre|nuestr[oa]s?|von|der|meiner|unserer|-|['’]s?)$/i.test(
          text,
        ),
    );
}
