import assert from "node:assert/strict";
import { test } from "node:test";
import { parseQuestions, readQuestion } from "../public/features/editor.js";

test("a question is read from the form, without its empty options", () => {
  const fields = { text: " Best tea? ", "option-0": "Green", "option-1": "Black", "option-2": "", answer: "2" };
  assert.deepEqual(readQuestion(fields), { text: "Best tea?", options: ["Green", "Black"], answer: 1, why: "" });
});

test("stored questions that cannot be used are left out", () => {
  const good = { text: "?", options: ["a", "b"], answer: 0, why: "" };
  assert.deepEqual(parseQuestions([good, { ...good, answer: 9 }, null]), [good]);
  assert.throws(() => parseQuestions("none"), TypeError);
});
