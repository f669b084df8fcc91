import assert from "node:assert/strict";
import { test } from "node:test";
import { aggregate, groupBy, sum, ticks } from "../../public/lib/statistics.js";

test("numbers are added up, averaged and compared; unset values are left out", () => {
  const values = [3, null, 1, 2];
  assert.deepEqual(
    ["count", "sum", "average", "minimum", "maximum"].map((op) => aggregate(op, values)),
    [4, 6, 2, 1, 3],
  );
});

test("without numbers the sum is 0 and there is no average, minimum or maximum", () => {
  assert.deepEqual(
    ["count", "sum", "average", "minimum", "maximum"].map((op) => aggregate(op, [null])),
    [1, 0, null, null, null],
  );
});

test("a sum has no traces of binary fractions", () => {
  assert.equal(sum([0.1, 0.2]), 0.3);
});

test("records are grouped in order of first appearance", () => {
  const groups = groupBy([{ a: "x" }, { a: null }, { a: "x" }], ({ a }) => a);
  assert.deepEqual([...groups.keys()], ["x", null]);
  assert.equal(groups.get("x").length, 2);
});

test("an axis starts at 0, has round steps and reaches its greatest value", () => {
  assert.deepEqual(ticks(0, 9), [0, 2, 4, 6, 8, 10]);
  assert.deepEqual(ticks(-3, 5), [-4, -2, 0, 2, 4, 6]);
  assert.deepEqual(ticks(0, 1, { least: 1 }), [0, 1]);
  assert.deepEqual(ticks(0, 3, { least: 1 }), [0, 1, 2, 3]);
  for (const max of [1, 7, 12, 99, 1234, 0.03]) assert.ok(ticks(0, max).at(-1) >= max && ticks(0, max).length <= 7, String(max));
});
