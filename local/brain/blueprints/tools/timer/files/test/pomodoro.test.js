import assert from "node:assert/strict";
import { test } from "node:test";
import { phaseOf, ROUNDS } from "../public/features/pomodoro.js";

test("focus and break take turns, and the last break is long", () => {
  const names = Array.from({ length: 2 * ROUNDS }, (_, step) => phaseOf(step).name);
  const [focus, short] = names;
  assert.deepEqual(names.slice(0, 3), [focus, short, focus]);
  assert.ok(![focus, short].includes(names.at(-1)));
  assert.equal(names.filter((name) => name === focus).length, ROUNDS);
});

test("after the long break it starts over", () => {
  assert.deepEqual(phaseOf(2 * ROUNDS), phaseOf(0));
  assert.equal(phaseOf(6).round, 4);
  assert.ok(phaseOf(0).length > 0 && phaseOf(1).length > 0);
});
