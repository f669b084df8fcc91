/** A run through some questions. Runs go in, new runs come out; `choices` holds the option picked per question. */
export function startRun(questions) {
  return { questions, at: 0, choices: [] };
}

export function current(run) {
  return run.questions[run.at];
}

/** Whether the question at hand has been answered. */
export function isAnswered(run) {
  return run.choices[run.at] !== undefined;
}

export function isOver(run) {
  return run.at >= run.questions.length;
}

/** Picks an option (-1: none, when time ran out). The first answer counts. */
export function choose(run, option) {
  if (isOver(run) || isAnswered(run)) return run;
  return { ...run, choices: [...run.choices, option] };
}

/** Goes on to the next question; an open question must be answered first. */
export function next(run) {
  return isOver(run) || !isAnswered(run) ? run : { ...run, at: run.at + 1 };
}

export function isRight(question, option) {
  return option === question.answer;
}

export function score(run) {
  return run.choices.filter((option, index) => isRight(run.questions[index], option)).length;
}

/** How well a run went, in words. */
export function verdict(points, total) {
  const part = total === 0 ? 0 : points / total;
  if (part === 1) return "Perfect!";
  if (part >= 0.75) return "Very good!";
  return part >= 0.5 ? "Well done." : "Try again, you will know more.";
}

/** Why a question cannot be used, or "". */
export function questionFault({ text, options, answer }) {
  if (typeof text !== "string" || text.trim() === "") return "A question needs a text.";
  if (!Array.isArray(options) || options.some((option) => typeof option !== "string" || option.trim() === ""))
    return "Every option needs a text.";
  if (options.length < 2) return "A question needs at least two options.";
  if (new Set(options.map((option) => option.trim())).size < options.length) return "Two options are the same.";
  return Number.isInteger(answer) && answer >= 0 && answer < options.length ? "" : "Choose the right option.";
}
