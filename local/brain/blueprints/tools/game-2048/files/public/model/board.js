import { drawBelow } from "../lib/random.js";

/**
 * 2048. `cells` are the tiles row by row, 0 for an empty one; `seed` decides where the next tile appears, so that a game is
 * the same each time. Games go in, new games come out.
 */
const SIZE = Number("{{size}}");
export const SIZES = [...new Set([SIZE, 4, 5])].sort();
const GOAL = 2048;

export function newGame(seed, size = SIZE) {
  return spawn(spawn({ size, cells: Array(size * size).fill(0), score: 0, seed, newest: -1 }));
}

/** Pushes all tiles in a direction: "up", "down", "left" or "right". A push that moves nothing changes nothing. */
export function push(game, direction) {
  const cells = [...game.cells];
  let score = game.score;
  for (const line of linesOf(game.size, direction)) {
    const slid = slide(line.map((at) => game.cells[at]));
    score += slid.points;
    line.forEach((at, index) => {
      cells[at] = slid.values[index];
    });
  }
  return cells.every((value, at) => value === game.cells[at]) ? game : spawn({ ...game, cells, score });
}

/** Pushes the tiles of a line to its start; two equal neighbours become one, once. */
export function slide(values) {
  const tiles = values.filter((value) => value > 0);
  const merged = [];
  let points = 0;
  for (let at = 0; at < tiles.length; at++) {
    const pair = tiles[at] === tiles[at + 1];
    merged.push(pair ? 2 * tiles[at] : tiles[at]);
    if (pair) points += 2 * tiles[at++];
  }
  return { values: [...merged, ...Array(values.length - merged.length).fill(0)], points };
}

/** Whether no push can move anything. */
export function isOver({ size, cells }) {
  if (cells.includes(0)) return false;
  return cells.every((value, at) => (at % size === size - 1 || cells[at + 1] !== value) && cells[at + size] !== value);
}

export function isWon({ cells }) {
  return Math.max(...cells) >= GOAL;
}

/** Puts a 2, or one time in ten a 4, on a free cell. */
function spawn(game) {
  const free = game.cells.flatMap((value, at) => (value === 0 ? [at] : []));
  const place = drawBelow(free.length, game.seed);
  const kind = drawBelow(10, place.seed);
  const at = free[place.value];
  return { ...game, cells: game.cells.with(at, kind.value === 0 ? 4 : 2), seed: kind.seed, newest: at };
}

/** The cells of each row or column, starting at the side to which is pushed. */
function linesOf(size, direction) {
  const all = Array.from({ length: size }, (_, index) => index);
  const lines = all.map((line) =>
    all.map((index) => (direction === "left" || direction === "right" ? line * size + index : index * size + line)),
  );
  return direction === "right" || direction === "down" ? lines.map((line) => line.reverse()) : lines;
}

/** A stored game; throws when it is none. */
export function parseGame(value) {
  const { size, cells, score, seed } = value ?? {};
  const tile = (number) => number === 0 || (Number.isInteger(Math.log2(number)) && number >= 2);
  const good = SIZES.includes(size) && Array.isArray(cells) && cells.length === size * size && cells.every(tile);
  if (!good || !cells.some(Boolean) || !Number.isInteger(score) || score < 0 || !Number.isInteger(seed)) throw new TypeError("no game");
  return { size, cells, score, seed, newest: -1 };
}
