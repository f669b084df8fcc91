import assert from "node:assert/strict";
import { test } from "node:test";
import { differenceText } from "../public/features/difference.js";

test("a difference has hours and minutes", () => {
  assert.match(differenceText(345), /5 h 45 min/);
  assert.match(differenceText(-180), /3 h(?! \d)/);
  assert.notEqual(differenceText(60), differenceText(-60));
  assert.doesNotMatch(differenceText(0), /\d/);
});
