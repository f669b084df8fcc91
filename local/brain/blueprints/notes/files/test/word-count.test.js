import assert from "node:assert/strict";
import { test } from "node:test";
import { wordCount, wordCountText } from "../public/features/word-count.js";

test("words are what stands between white space", () => {
  assert.equal(wordCount("  one two\n\nthree ").words, 3);
  assert.equal(wordCount("   ").words, 0);
});

test("longer texts say how long they take to read", () => {
  assert.equal(wordCountText("hello"), "1 word");
  assert.equal(wordCountText("w ".repeat(440)), "440 words, 2 minutes to read");
});
