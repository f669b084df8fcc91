import assert from "node:assert/strict";
import { test } from "node:test";
import { afterMove, NO_PAIRS, resultOf } from "../public/features/two-players.js";

test("a pair counts and gives another turn", () => {
  assert.deepEqual(afterMove(NO_PAIRS, true), { turn: 0, pairs: [1, 0] });
  assert.deepEqual(afterMove(afterMove(NO_PAIRS, false), true), { turn: 1, pairs: [0, 1] });
});

test("more pairs win", () => {
  assert.deepEqual([resultOf([5, 3]), resultOf([1, 7]), resultOf([4, 4])], ["Player 1 wins!", "Player 2 wins!", "It is a draw."]);
});
