import assert from "node:assert/strict";
import { test } from "node:test";
import { QUESTIONS } from "../lib/questions.js";
import { judge, publicQuestions, scoreRun } from "../lib/quiz.js";

test("every question has four different options, one of them right", () => {
  for (const { text, options, answer } of QUESTIONS) {
    assert.equal(new Set(options).size, 4, text);
    assert.ok(answer >= 0 && answer < 4, text);
  }
});

test("the right answers of all questions give all points", () => {
  const answers = QUESTIONS.map(({ answer }, id) => ({ id, option: answer }));
  assert.deepEqual(scoreRun(answers), { points: QUESTIONS.length, total: QUESTIONS.length });
});

test("no answer is a wrong answer", () => {
  assert.equal(judge({ id: 0, option: -1 }).right, false);
});

test("public questions keep their number and order", () => {
  assert.deepEqual(
    publicQuestions().map(({ id }) => id),
    QUESTIONS.map((_, index) => index),
  );
});
