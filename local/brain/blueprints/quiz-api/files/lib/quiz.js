import { QUESTIONS } from "./questions.js";

/** The questions as visitors may see them: without their answers. */
export function publicQuestions() {
  return QUESTIONS.map(({ text, options }, id) => ({ id, text, options }));
}

/**
 * Judges one answer. Returns { right, answer, … }, or { fault } when there is no such question or
 * option. `option` may be -1: no answer was given.
 */
export function judge({ id, option } = {}) {
  const question = Number.isInteger(id) ? QUESTIONS[id] : undefined;
  if (!question) return { fault: "There is no such question." };
  if (!Number.isInteger(option) || option < -1 || option >= question.options.length)
    return { fault: "There is no such option." };
  return {
    right: option === question.answer,
    answer: question.answer,
    /* @feature explanations */
    why: question.why,
    /* @end */
  };
}

/** Scores a whole run: `answers` is a list of { id, option }, each question at most once. */
export function scoreRun(answers) {
  if (!Array.isArray(answers) || answers.length === 0) return { fault: "Answers must be a list that is not empty." };
  if (answers.length > QUESTIONS.length) return { fault: "There are more answers than questions." };
  if (new Set(answers.map((answer) => answer?.id)).size < answers.length)
    return { fault: "A question is answered twice." };
  const judged = answers.map((answer) => judge(answer ?? {}));
  const faulty = judged.find(({ fault }) => fault);
  return faulty ?? { points: judged.filter(({ right }) => right).length, total: judged.length };
}
