import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, isAtLeast, isAtMost, isEqual, isLess, isMore } from "../../public/lib/conditions.js";

test("comparisons are those of numbers and days", () => {
  assert.deepEqual([isLess(1, 2), isLess(2, 2), isAtMost(2, 2), isMore(3, 2), isAtLeast(2, 3)], [true, false, true, true, false]);
  assert.ok(isLess("2026-01-09", "2026-01-10"));
});

test("a comparison with a value that is not there does not hold", () => {
  for (const holds of [isLess, isAtMost, isMore, isAtLeast])
    for (const nothing of [null, undefined, ""]) assert.deepEqual([holds(nothing, 1), holds(1, nothing)], [false, false]);
});

test("a list is equal to what it contains, and nothing to nothing", () => {
  assert.deepEqual([isEqual(["a", "b"], "b"), isEqual(["a"], "b"), isEqual(null, undefined), isEqual(0, null)], [true, false, true, false]);
});

test("the day of a date is the date, that of a moment the day on this device", () => {
  assert.equal(dayOf("2026-01-09"), "2026-01-09");
  assert.equal(dayOf(new Date(2026, 0, 9, 12).toISOString()), "2026-01-09");
  assert.equal(dayOf(null), null);
});
