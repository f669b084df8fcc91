import assert from "node:assert/strict";
import { test } from "node:test";
import { without } from "../public/features/remove.js";

test("only the entry that was picked goes, even if another has the same name", () => {
  assert.deepEqual(without(["a", "b", "a"], 2), ["a", "b"]);
  assert.deepEqual(without(["a"], 5), ["a"]);
});
