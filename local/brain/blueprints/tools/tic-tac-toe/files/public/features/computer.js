import { drawBelow } from "../lib/random.js";
import { isOver, otherOf, winnerOf } from "../model/game.js";

/** How well the computer plays: the part of its moves that are the best ones. */
export const LEVELS = { easy: 0.2, medium: 0.7, hard: 1 };

/** The computer's cell for `mark`; the seed decides between equal moves, and how often an easy one is careless. */
export function chooseMove(board, mark, level, seed) {
  const free = freeCells(board);
  const careless = drawBelow(1000, seed);
  const cells = careless.value / 1000 < LEVELS[level] ? bestMoves(board, mark) : free;
  return cells[drawBelow(cells.length, careless.seed).value];
}

/** All moves that lead to the best result that can be forced. */
export function bestMoves(board, mark) {
  const rated = freeCells(board).map((at) => ({ at, value: -valueOf(board.with(at, mark), otherOf(mark)) }));
  const best = Math.max(...rated.map(({ value }) => value));
  return rated.filter(({ value }) => value === best).map(({ at }) => at);
}

/** What `mark`, whose turn it is, can force: more for a sooner win, less for a sooner loss. */
function valueOf(board, mark) {
  if (winnerOf(board) !== null) return -1 - freeCells(board).length;
  if (isOver(board)) return 0;
  return Math.max(...freeCells(board).map((at) => -valueOf(board.with(at, mark), otherOf(mark))));
}

function freeCells(board) {
  return board.flatMap((cell, at) => (cell === null ? [at] : []));
}
