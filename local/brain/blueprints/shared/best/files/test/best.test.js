import assert from "node:assert/strict";
import { test } from "node:test";
import { createBest } from "../public/lib/best.js";

test("the highest result is kept", () => {
  const best = createBest({ key: "k", storage: undefined });
  assert.equal(best.get(), null);
  assert.deepEqual([best.offer(5), best.offer(3), best.offer(5), best.offer(9)], [true, false, false, true]);
  assert.equal(best.get(), 9);
});

test("the lowest result is kept where fewer is better", () => {
  const best = createBest({ key: "k", lower: true, storage: undefined });
  assert.deepEqual([best.offer(20), best.offer(25), best.offer(12)], [true, false, true]);
  assert.equal(best.get(), 12);
});
