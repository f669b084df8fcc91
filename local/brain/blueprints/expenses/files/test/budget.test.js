import assert from "node:assert/strict";
import { test } from "node:test";
import { budgetState } from "../public/features/budget.js";

test("a budget says what is left", () => {
  assert.deepEqual(budgetState(2500, 10000), { percent: 25, left: 7500, over: false });
});

test("more than the budget is over it, exactly the budget is not", () => {
  assert.equal(budgetState(10001, 10000).over, true);
  assert.equal(budgetState(10000, 10000).over, false);
  assert.equal(budgetState(500, 0), null);
});
