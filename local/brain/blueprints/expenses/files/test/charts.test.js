import assert from "node:assert/strict";
import { test } from "node:test";
import { monthlyTotals } from "../public/features/charts.js";

test("months go back over the turn of the year", () => {
  assert.deepEqual(monthlyTotals([], "2026-02", 4).map(({ month }) => month), ["2025-11", "2025-12", "2026-01", "2026-02"]);
});

test("each month has its total and its part of the largest", () => {
  const expenses = [
    { date: "2026-01-05", cents: 1000 },
    { date: "2026-02-05", cents: 3000 },
    { date: "2026-02-06", cents: 1000 },
  ];
  assert.deepEqual(monthlyTotals(expenses, "2026-02", 2), [
    { month: "2026-01", cents: 1000, percent: 25 },
    { month: "2026-02", cents: 4000, percent: 100 },
  ]);
});
