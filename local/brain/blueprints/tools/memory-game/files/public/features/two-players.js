export const NO_PAIRS = { turn: 0, pairs: [0, 0] };

/** The players after a move: who finds a pair counts it and goes on, otherwise it is the other's turn. */
export function afterMove({ turn, pairs }, foundPair) {
  return foundPair ? { turn, pairs: pairs.with(turn, pairs[turn] + 1) } : { turn: 1 - turn, pairs };
}

/** How a game of two ended. */
export function resultOf([first, second]) {
  if (first === second) return "It is a draw.";
  return first > second ? "Player 1 wins!" : "Player 2 wins!";
}
