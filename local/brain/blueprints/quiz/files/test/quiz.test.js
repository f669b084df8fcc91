import assert from "node:assert/strict";
import { test } from "node:test";
import {
  choose,
  current,
  isAnswered,
  isOver,
  isRight,
  next,
  questionFault,
  score,
  startRun,
  verdict,
} from "../public/model/quiz.js";
import { QUESTIONS } from "../public/questions.js";

const one = { text: "1 + 1?", options: ["1", "2"], answer: 1 };
const two = { text: "2 + 2?", options: ["4", "5"], answer: 0 };
const run = startRun([one, two]);

test("every question of the quiz can be used", () => {
  for (const question of QUESTIONS) assert.equal(questionFault(question), "", question.text);
  assert.ok(QUESTIONS.length >= 10);
  assert.equal(new Set(QUESTIONS.map(({ text }) => text)).size, QUESTIONS.length);
});

test("a run starts with its first question, unanswered", () => {
  assert.equal(current(run), one);
  assert.equal(isAnswered(run), false);
  assert.equal(isOver(run), false);
});

test("the first answer counts", () => {
  const answered = choose(run, 1);
  assert.equal(choose(answered, 0), answered);
  assert.equal(isAnswered(answered), true);
});

test("an open question cannot be skipped", () => {
  assert.equal(next(run), run);
});

test("a run is over after its last question", () => {
  const over = next(choose(next(choose(run, 1)), 1));
  assert.equal(isOver(over), true);
  assert.equal(next(over), over);
  assert.equal(choose(over, 0), over);
});

test("only right answers score, and no answer does not", () => {
  assert.equal(score(choose(next(choose(run, 1)), 0)), 2);
  assert.equal(score(choose(next(choose(run, -1)), 1)), 0);
  assert.equal(isRight(one, 1), true);
});

test("the verdict follows the share of right answers", () => {
  assert.equal(verdict(4, 4), "Perfect!");
  assert.equal(verdict(3, 4), "Very good!");
  assert.equal(verdict(2, 4), "Well done.");
  assert.match(verdict(0, 4), /Try again/);
});

test("faulty questions say what is wrong", () => {
  assert.match(questionFault({ ...one, text: " " }), /needs a text/);
  assert.match(questionFault({ ...one, options: ["1"] }), /two options/);
  assert.match(questionFault({ ...one, options: ["1", "1 "] }), /same/);
  assert.match(questionFault({ ...one, answer: 2 }), /right option/);
});
