import assert from "node:assert/strict";
import { test } from "node:test";
import { without, withAgain } from "../public/features/remove.js";

test("only the entry that was picked goes, even if another has the same name", () => {
  assert.deepEqual(without(["a", "b", "a"], 2), ["a", "b"]);
  assert.deepEqual(without(["a"], 5), ["a"]);
});

test("what was removed is put back at its place, or last if that is gone", () => {
  const removed = { index: 1, name: "b" };
  assert.deepEqual(withAgain(["a", "c"], removed), ["a", "b", "c"]);
  assert.deepEqual(withAgain([], removed), ["b"]);
});
