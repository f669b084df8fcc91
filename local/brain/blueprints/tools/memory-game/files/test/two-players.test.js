import assert from "node:assert/strict";
import { test } from "node:test";
import { afterMove, NO_PAIRS, winnerOf } from "../public/features/two-players.js";

test("a pair counts and gives another turn", () => {
  assert.deepEqual(afterMove(NO_PAIRS, true), { turn: 0, pairs: [1, 0] });
  assert.deepEqual(afterMove(afterMove(NO_PAIRS, false), true), { turn: 1, pairs: [0, 1] });
});

test("more pairs win", () => {
  assert.deepEqual([winnerOf([5, 3]), winnerOf([1, 7]), winnerOf([4, 4])], [1, 2, null]);
});
