import { shuffled } from "../lib/random.js";

/** A question whose options are in the order that the seed decides; its answer still points to the right one. */
export function shuffledOptions(question, seed) {
  const options = shuffled(question.options, seed);
  return { ...question, options, answer: options.indexOf(question.options[question.answer]) };
}
