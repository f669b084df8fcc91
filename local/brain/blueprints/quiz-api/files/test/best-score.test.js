import assert from "node:assert/strict";
import { test } from "node:test";
import { better, parseBest } from "../public/features/best-score.js";

test("the better share wins, whatever the number of questions", () => {
  const best = { points: 6, total: 10 };
  assert.deepEqual(better(best, { points: 4, total: 5 }), { points: 4, total: 5 });
  assert.equal(better(best, { points: 5, total: 10 }), best);
  assert.deepEqual(better(null, { points: 0, total: 3 }), { points: 0, total: 3 });
});

test("a stored result that cannot be is refused", () => {
  assert.deepEqual(parseBest({ points: 2, total: 3 }), { points: 2, total: 3 });
  for (const wrong of [null, { points: 4, total: 3 }, { points: -1, total: 3 }, { points: "2", total: 3 }])
    assert.throws(() => parseBest(wrong), TypeError);
});
