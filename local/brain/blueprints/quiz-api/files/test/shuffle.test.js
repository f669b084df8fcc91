import assert from "node:assert/strict";
import { test } from "node:test";
import { shuffled } from "../public/features/shuffle.js";

test("shuffling keeps every item once and leaves the original alone", () => {
  const items = [1, 2, 3, 4, 5];
  assert.deepEqual(shuffled(items).sort(), [1, 2, 3, 4, 5]);
  assert.deepEqual(items, [1, 2, 3, 4, 5]);
  assert.deepEqual(shuffled([1, 2, 3], () => 0), [2, 3, 1]);
});
