import assert from "node:assert/strict";
import { test } from "node:test";
import { longestStreak, streak } from "../../public/lib/streak.js";

test("the days in a row up to today count", () => {
  assert.equal(streak(["2026-03-01", "2026-03-03", "2026-03-04", "2026-03-05"], "2026-03-05"), 3);
});

test("a day that is not over does not break the row, a missed day does", () => {
  assert.equal(streak(["2026-03-03", "2026-03-04"], "2026-03-05"), 2);
  assert.equal(streak(["2026-03-02", "2026-03-03"], "2026-03-05"), 0);
});

test("a day counts once, across months and changes of the clock", () => {
  assert.equal(streak(["2026-03-28", "2026-03-29", "2026-03-29", "2026-03-30"], "2026-03-30"), 3);
  assert.equal(streak(["2025-12-31", "2026-01-01"], "2026-01-01"), 2);
  assert.equal(streak([], "2026-01-01"), 0);
});

test("the longest row is found wherever it lies", () => {
  assert.equal(longestStreak(["2026-01-05", "2026-01-01", "2026-01-02", "2026-01-03"]), 3);
  assert.equal(longestStreak([]), 0);
});
