import assert from "node:assert/strict";
import { test } from "node:test";
import { createUndo } from "../public/features/undo.js";

test("the last state kept comes back first, and none when there is none", () => {
  const undo = createUndo();
  undo.keep("a");
  undo.keep("b");
  assert.equal(undo.size, 2);
  assert.deepEqual([undo.back(), undo.back(), undo.back()], ["b", "a", undefined]);
});

test("only the last hundred are kept", () => {
  const undo = createUndo();
  for (let index = 0; index < 150; index++) undo.keep(index);
  assert.equal(undo.size, 100);
  assert.equal(undo.back(), 149);
});
