import assert from "node:assert/strict";
import { test } from "node:test";
import { categories, shares } from "../public/features/categories.js";

test("an unknown category counts as other", () => {
  assert.deepEqual(categories.read({ category: "Yachts" }), { category: "Other" });
  assert.deepEqual(categories.read({ category: "Food" }), { category: "Food" });
});

test("shares are sorted, in percent, and leave out empty categories", () => {
  const expenses = [
    { category: "Fun", cents: 2500 },
    { category: "Food", cents: 5000 },
    { category: "Food", cents: 2500 },
  ];
  assert.deepEqual(shares(expenses), [
    { category: "Food", cents: 7500, percent: 75 },
    { category: "Fun", cents: 2500, percent: 25 },
  ]);
  assert.deepEqual(shares([]), []);
});
