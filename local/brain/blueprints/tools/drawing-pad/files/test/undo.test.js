import assert from "node:assert/strict";
import { test } from "node:test";
import { createHistory } from "../public/features/undo.js";

test("changes are undone and redone in order", () => {
  const history = createHistory();
  history.keep("empty");
  history.keep("one line");
  assert.equal(history.back("two lines"), "one line");
  assert.equal(history.back("one line"), "empty");
  assert.equal(history.back("empty"), undefined);
  assert.equal(history.forth("empty"), "one line");
  assert.equal(history.forth("one line"), "two lines");
  assert.equal(history.forth("two lines"), undefined);
});

test("a change after an undo ends what could be redone", () => {
  const history = createHistory();
  history.keep("empty");
  history.back("one line");
  assert.equal(history.canRedo, true);
  history.keep("empty");
  assert.equal(history.canRedo, false);
  assert.equal(history.canUndo, true);
});
