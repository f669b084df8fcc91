import assert from "node:assert/strict";
import { test } from "node:test";
import { createHistory } from "../public/features/undo.js";

const [one, two, other] = ["one", "two", "other"].map((id) => ({ id }));

test("changes are undone and redone in order", () => {
  const history = createHistory();
  history.keep([], [one]);
  history.keep([one], [one, two]);
  assert.deepEqual(history.back([one, two]), [one]);
  assert.deepEqual(history.back([one]), []);
  assert.equal(history.back([]), undefined);
  assert.deepEqual(history.forth([]), [one]);
  assert.deepEqual(history.forth([one]), [one, two]);
  assert.equal(history.forth([one, two]), undefined);
});

test("what was cleared comes back in its order", () => {
  const history = createHistory();
  history.keep([one, two], []);
  assert.deepEqual(history.back([]), [one, two]);
});

test("a line from another tab stays", () => {
  const history = createHistory();
  history.keep([], [one]);
  assert.deepEqual(history.back([one, other]), [other]);
  assert.deepEqual(history.forth([other]), [other, one]);
});

test("a change after an undo ends what could be redone", () => {
  const history = createHistory();
  history.keep([], [one]);
  history.back([one]);
  assert.equal(history.canRedo, true);
  history.keep([], [two]);
  assert.equal(history.canRedo, false);
  assert.equal(history.canUndo, true);
});
