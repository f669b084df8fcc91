import assert from "node:assert/strict";
import { test } from "node:test";
import { weakKeys } from "../public/features/weak-keys.js";

test("the keys that were missed most come first", () => {
  assert.equal(weakKeys(["a", "b", "b"]), "b (2), a");
  assert.equal(weakKeys([]), "");
});

test("the space bar has a name", () => {
  assert.equal(weakKeys([" "]), "{{say_space}}");
});
