import assert from "node:assert/strict";
import { test } from "node:test";
import { bestMoves, chooseMove } from "../public/features/computer.js";
import { isOver, newGame, play, turnOf, winnerOf } from "../public/model/game.js";

const board = (text) => [...text].map((cell) => (cell === "." ? null : cell));

test("it wins when it can, and otherwise stops the other", () => {
  assert.deepEqual(bestMoves(board("OO.XX...."), "O"), [2]);
  assert.deepEqual(bestMoves(board("XX.O....."), "O"), [2]);
});

test("at the hardest level it is never beaten, whatever is played", () => {
  const explore = (game) => {
    if (isOver(game.board)) return assert.notEqual(winnerOf(game.board), "X");
    if (turnOf(game) === "O") return explore(play(game, chooseMove(game.board, "O", "hard", 1)));
    for (let at = 0; at < 9; at++) if (game.board[at] === null) explore(play(game, at));
  };
  explore(newGame());
});

test("the same seed gives the same move, and it is always free", () => {
  const taken = board("X.O.X....");
  for (let seed = 0; seed < 50; seed++) {
    const at = chooseMove(taken, "O", "easy", seed);
    assert.equal(at, chooseMove(taken, "O", "easy", seed));
    assert.equal(taken[at], null);
  }
});
