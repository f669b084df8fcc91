export const NO_PAIRS = { turn: 0, pairs: [0, 0] };

/** The players after a move: who finds a pair counts it and goes on, otherwise it is the other's turn. */
export function afterMove({ turn, pairs }, foundPair) {
  return foundPair ? { turn, pairs: pairs.with(turn, pairs[turn] + 1) } : { turn: 1 - turn, pairs };
}

/** The number of the player who found more pairs, 1 or 2; null for a draw. */
export function winnerOf([first, second]) {
  if (first === second) return null;
  return first > second ? 1 : 2;
}
