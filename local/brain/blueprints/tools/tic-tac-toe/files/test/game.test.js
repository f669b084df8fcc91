import assert from "node:assert/strict";
import { test } from "node:test";
import { isOver, newGame, play, takeBack, turnOf, winnerOf, winningLine } from "../public/model/game.js";

const after = (...cells) => cells.reduce(play, newGame());

test("players take turns", () => {
  assert.equal(turnOf(newGame()), "X");
  assert.equal(turnOf(after(4)), "O");
  assert.equal(turnOf(newGame("O")), "O");
  assert.deepEqual(after(4, 0).board.slice(0, 5), ["O", null, null, null, "X"]);
});

test("a taken cell cannot be marked again", () => {
  const game = after(4);
  assert.equal(play(game, 4), game);
});

test("three in a row, a column or a diagonal win", () => {
  assert.deepEqual(winningLine(after(0, 3, 1, 4, 2).board), [0, 1, 2]);
  assert.equal(winnerOf(after(0, 1, 3, 4, 6).board), "X");
  assert.equal(winnerOf(after(1, 0, 2, 4, 3, 8).board), "O");
});

test("nothing can be marked once the game is won", () => {
  const won = after(0, 3, 1, 4, 2);
  assert.equal(play(won, 8), won);
});

test("a full board without a line is a draw", () => {
  const { board } = after(0, 1, 2, 4, 3, 5, 7, 6, 8);
  assert.equal(isOver(board), true);
  assert.equal(winnerOf(board), null);
});

test("the last move can be taken back", () => {
  assert.deepEqual(takeBack(after(4, 0)), after(4));
  assert.deepEqual(takeBack(newGame()), newGame());
});
