import assert from "node:assert/strict";
import { test } from "node:test";
import { priceOf, yearlySaving } from "../public/features/pricing.js";

test("a year costs as many months as agreed", () => {
  assert.equal(priceOf({ monthly: 9 }, "month", 10), 9);
  assert.equal(priceOf({ monthly: 9 }, "year", 10), 90);
});

test("the saving is in percent of twelve months", () => {
  assert.equal(yearlySaving(10), 17);
  assert.equal(yearlySaving(12), 0);
});
