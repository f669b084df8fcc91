import assert from "node:assert/strict";
import { test } from "node:test";
import { phaseOf, ROUNDS } from "../public/features/pomodoro.js";

test("focus and break take turns, and the last break is long", () => {
  const names = Array.from({ length: 2 * ROUNDS }, (_, step) => phaseOf(step).name);
  const breaks = names.filter((_, step) => step % 2 === 1);
  assert.ok(names.every((name, step) => (name === names[0]) === (step % 2 === 0)));
  assert.ok(breaks.slice(0, -1).every((name) => name === breaks[0] && name !== breaks.at(-1)));
  assert.equal(breaks.length, ROUNDS);
});

test("after the long break it starts over", () => {
  assert.deepEqual(phaseOf(2 * ROUNDS), phaseOf(0));
  assert.equal(phaseOf(2 * ROUNDS - 2).round, ROUNDS);
  assert.ok(phaseOf(0).length > 0 && phaseOf(1).length > 0);
});
