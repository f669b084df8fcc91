import assert from "node:assert/strict";
import { test } from "node:test";
import { SENTENCES, textOf } from "../public/model/sentences.js";
import { accuracy, isOver, marks, newTest, speed, type } from "../public/model/typing.js";

const typeAll = (text, ms) => [...text].reduce((state, _, index) => type(state, text.slice(0, index + 1), index * ms), newTest(text));

test("the clock starts with the first character and ends with the last", () => {
  const begun = type(newTest("abc"), "a", 1000);
  assert.equal(begun.start, 1000);
  assert.equal(isOver(begun), false);
  assert.equal(type(type(begun, "ab", 2000), "abc", 3000).end, 3000);
});

test("five characters are a word", () => {
  const over = typeAll("hello world", 1000);
  assert.equal(over.end - over.start, 10_000);
  assert.equal(speed(over, 99_000), Math.round(11 / 5 / (10 / 60)));
});

test("a text that appears at once has no endless speed", () => {
  assert.equal(speed(type(newTest("abcde"), "abcde", 5), 5), 600);
});

test("before the first key the speed is zero", () => {
  assert.equal(speed(newTest("abc"), 1000), 0);
});

test("a corrected mistake still counts", () => {
  const over = ["x", "", "a", "ab"].reduce((state, typed) => type(state, typed, 1), newTest("ab"));
  assert.equal(isOver(over), true);
  assert.deepEqual(over.missed, ["a"]);
  assert.equal(accuracy(over), 66);
});

test("without a mistake the accuracy is 100", () => {
  assert.equal(accuracy(typeAll("abc", 10)), 100);
  assert.equal(accuracy(newTest("abc")), 100);
});

test("each character is marked", () => {
  assert.deepEqual(marks(type(newTest("abcd"), "ax", 1)), ["right", "wrong", "next", "open"]);
});

test("a character outside of the first 65536 is one character", () => {
  const begun = type(newTest("\u{1f40d} a"), "\u{1f40d}", 1);
  assert.deepEqual(marks(begun), ["right", "next", "open"]);
  assert.deepEqual(type(begun, "\u{1f40d}x", 2).missed, [" "]);
});

test("nothing is typed after the end", () => {
  const over = typeAll("ab", 10);
  assert.equal(type(over, "abc", 99), over);
});

test("every round has its own text, and a longer one has more sentences", () => {
  assert.equal(new Set(SENTENCES).size, SENTENCES.length);
  assert.notEqual(textOf(0), textOf(1));
  assert.equal(textOf(0), textOf(SENTENCES.length));
  assert.ok(textOf(6, 3).startsWith(SENTENCES[6]) && textOf(6, 3).endsWith(SENTENCES[0]));
});
