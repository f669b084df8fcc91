import { shuffled } from "../lib/random.js";
import { SYMBOLS } from "./symbols.js";

/**
 * A memory game. `cards` are symbol names in the order of the seed, `open` the one or two cards that are turned up,
 * `found` the symbols whose pairs were found. Games go in, new games come out.
 */
export function newGame(seed, pairs = 8) {
  const symbols = shuffled(Object.keys(SYMBOLS), seed).slice(0, pairs);
  return { cards: shuffled([...symbols, ...symbols], seed + 1), open: [], found: [], moves: 0 };
}

/** Turns a card up. The third card first turns the two others down; open and found cards stay as they are. */
export function turnUp(game, at) {
  const before = game.open.length === 2 ? { ...game, open: [] } : game;
  if (game.open.includes(at) || isFound(game, at)) return game;
  const open = [...before.open, at];
  if (open.length < 2) return { ...before, open };
  const [first, second] = open.map((card) => game.cards[card]);
  const moved = { ...before, open, moves: before.moves + 1 };
  return first === second ? { ...moved, open: [], found: [...moved.found, first] } : moved;
}

/** Turns two different cards down again. */
export function turnDown(game) {
  return game.open.length === 2 ? { ...game, open: [] } : game;
}

export function isFound({ cards, found }, at) {
  return found.includes(cards[at]);
}

export function isUp(game, at) {
  return game.open.includes(at) || isFound(game, at);
}

export function isOver({ cards, found }) {
  return found.length * 2 === cards.length;
}
