import assert from "node:assert/strict";
import { test } from "node:test";
import { readOwn } from "../public/features/own-text.js";

test("a text becomes one line", () => {
  assert.equal(readOwn("  one\n\n two\tthree "), "one two three");
  assert.equal(readOwn(" \n"), null);
});

test("what a keyboard does not have is written as it is typed", () => {
  assert.equal(readOwn("\u201cIt\u2019s\u201d \u2013 so\u2026"), '"It\'s" - so...');
});
