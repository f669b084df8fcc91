import assert from "node:assert/strict";
import { test } from "node:test";
import { goal, progress, readGoal } from "../public/features/goal.js";
import { SETTINGS } from "../public/model/settings.js";

test("the way to the goal is told until it is reached", () => {
  assert.deepEqual(progress({ count: 3, goal: 10 }), { text: "{{say_to_go}}".replace("%", "7"), share: 0.3 });
  assert.deepEqual(progress({ count: 12, goal: 10 }), { text: "{{say_reached}}", share: 1 });
  assert.equal(progress({ count: -2, goal: 10 }).share, 0);
  assert.equal(progress({ count: 3, goal: null }), null);
});

test("a goal is a whole number from 1, or none", () => {
  assert.equal(readGoal("50"), 50);
  for (const none of ["", null, undefined, "0", "x"]) assert.equal(readGoal(none), null);
  assert.deepEqual(goal.read({ goal: null }), { goal: null });
  assert.deepEqual(goal.read({}), { goal: readGoal(SETTINGS.goal) });
});
