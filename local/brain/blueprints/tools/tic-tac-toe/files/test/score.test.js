import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_SCORE, parseScore, scored } from "../public/features/score.js";

test("wins and draws are counted", () => {
  assert.deepEqual(scored(scored(scored(NO_SCORE, "X"), null), "X"), { X: 2, O: 0, draws: 1 });
});

test("a stored score must be one", () => {
  assert.deepEqual(parseScore({ X: 1, O: 2, draws: 3 }), { X: 1, O: 2, draws: 3 });
  for (const wrong of [null, {}, { X: -1, O: 0, draws: 0 }]) assert.throws(() => parseScore(wrong), TypeError);
});
