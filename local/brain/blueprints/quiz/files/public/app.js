import { announce, h } from "./lib/dom.js";
import { choose, current, isAnswered, isOver, isRight, next, score, startRun, verdict } from "./model/quiz.js";
import { QUESTIONS } from "./questions.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature shuffle */
import { shuffledOptions } from "./features/shuffle.js";
import { gameSeed, shuffled } from "./lib/random.js";
/* @end */
/* @feature timer */
import { SECONDS, secondsLeft } from "./features/timer.js";
/* @end */
/* @feature best_score */
import { createStore } from "./lib/store.js";
import { better, parseBest } from "./features/best-score.js";
/* @end */
/* @feature editor */
import { createStore as createQuestionStore } from "./lib/store.js";
import { openEditor, parseQuestions } from "./features/editor.js";
/* @end */

const $ = (id) => document.getElementById(id);
let run = null;

/* @feature best_score */
const best = createStore({
  key: "{{project_name}}.best",
  version: 1,
  parse: parseBest,
  empty: () => null,
  merge: (_, mine, theirs) => (theirs && mine ? better(theirs, mine) : (mine ?? theirs)),
  storage: () => localStorage,
});
/* @end */
/* @feature editor */
const own = createQuestionStore({
  key: "{{project_name}}.questions",
  version: 1,
  parse: parseQuestions,
  empty: () => [],
  storage: () => localStorage,
});
own.subscribe(() => !run && render());
$("edit").addEventListener("click", () => openEditor(own));
/* @end */

function allQuestions() {
  const questions = [...QUESTIONS];
  /* @feature editor */
  questions.push(...own.get());
  /* @end */
  return questions;
}

function start() {
  let questions = allQuestions();
  /* @feature shuffle */
  const seed = gameSeed(location.search);
  questions = shuffled(questions, seed).map((question, at) => shuffledOptions(question, seed + at));
  /* @end */
  go(startRun(questions));
}

function go(nextRun) {
  run = nextRun;
  /* @feature best_score */
  if (isOver(run)) best.set(better(best.get(), { points: score(run), total: run.questions.length }));
  /* @end */
  render();
  if (!isOver(run)) $(isAnswered(run) ? "next" : "question").focus();
  else $("stage").focus();
}

function render() {
  const total = run ? run.questions.length : allQuestions().length;
  $("count").textContent = `${total} questions`;
  $("stage").replaceChildren(...(!run ? cover() : isOver(run) ? result() : question()));
  /* @feature timer */
  setTimer();
  /* @end */
}

function cover() {
  const lines = ["Pick the right answer. The first pick counts."];
  /* @feature timer */
  lines.push(`You have ${SECONDS} seconds for each question.`);
  /* @end */
  /* @feature best_score */
  if (best.get()) lines.push(`Your best so far: ${best.get().points} of ${best.get().total}.`);
  /* @end */
  return [
    h(
      "section",
      { class: "cover" },
      h("h2", {}, "Ready?"),
      lines.map((line) => h("p", {}, line)),
      h("button", { type: "button", class: "button", onclick: start }, "Start the quiz"),
    ),
  ];
}

function question() {
  const { text, options } = current(run);
  return [
    h(
      "div",
      { class: "meta" },
      h("span", {}, `Question ${run.at + 1} of ${run.questions.length}`),
      h("span", { id: "time" }),
      h("span", {}, `${score(run)} right`),
    ),
    h("div", { class: "track" }, part(h("span"), run.at, run.questions.length)),
    h("h2", { class: "question", id: "question", tabIndex: -1 }, text),
    h("div", { class: "options", role: "group", "aria-labelledby": "question" }, options.map(optionButton)),
    ...(isAnswered(run) ? answered() : []),
  ];
}

function optionButton(option, index) {
  const shown = isAnswered(run);
  const right = shown && isRight(current(run), index);
  const wrong = shown && !right && run.choices[run.at] === index;
  return h(
    "button",
    {
      type: "button",
      class: right ? "option right" : wrong ? "option wrong" : "option",
      disabled: shown,
      onclick: () => pick(index),
    },
    h("span", { class: "key", "aria-hidden": "true" }, "ABCD"[index]),
    option,
    (right || wrong) && h("span", { class: "mark" }, right ? "Right" : "Your pick"),
  );
}

function answered() {
  return [
    /* @feature explanations */
    current(run).why && h("p", { class: "note" }, current(run).why),
    /* @end */
    h(
      "div",
      { class: "actions" },
      h("strong", {}, isRight(current(run), run.choices[run.at]) ? "That is right." : "Not this time."),
      h(
        "button",
        { type: "button", class: "button", id: "next", onclick: () => go(next(run)) },
        run.at + 1 < run.questions.length ? "Next question" : "See the result",
      ),
    ),
  ].filter(Boolean);
}

function result() {
  const points = score(run);
  const total = run.questions.length;
  return [
    h(
      "section",
      { class: "cover" },
      part(h("div", { class: "ring", "aria-hidden": "true" }, `${points}/${total}`), points, total),
      h("h2", {}, verdict(points, total)),
      h("p", {}, `You got ${points} of ${total} right.`),
      /* @feature best_score */
      h("p", {}, `Your best so far: ${best.get().points} of ${best.get().total}.`),
      /* @end */
      h("button", { type: "button", class: "button", onclick: start }, "Play again"),
    ),
    /* @feature review */
    review(),
    /* @end */
  ];
}
/* @feature review */
function review() {
  const missed = run.questions.filter((asked, index) => !isRight(asked, run.choices[index]));
  if (missed.length === 0) return "";
  return h(
    "section",
    { "aria-labelledby": "review-title" },
    h("h2", { id: "review-title" }, "Worth another look"),
    h(
      "ul",
      { class: "review" },
      missed.map(({ text, options, answer }) => h("li", {}, h("strong", {}, text), h("p", {}, options[answer]))),
    ),
  );
}
/* @end */

function part(element, points, total) {
  element.style.setProperty("--part", `${total === 0 ? 0 : (points / total) * 100}%`);
  return element;
}

function pick(index) {
  go(choose(run, index));
  announce(isRight(current(run), index) ? "Right." : "Wrong.");
}

document.addEventListener("keydown", (event) => {
  const index = "abcd".indexOf(event.key.toLowerCase());
  if (!run || isOver(run) || isAnswered(run) || index < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, dialog") || index >= current(run).options.length) return;
  pick(index);
});
/* @feature timer */
let timer;
let shownAt = 0;
let timedQuestion = null;
function setTimer() {
  clearInterval(timer);
  if (!run || isOver(run) || isAnswered(run)) return;
  if (timedQuestion !== current(run)) shownAt = Date.now();
  timedQuestion = current(run);
  const tick = () => {
    const left = secondsLeft(shownAt, Date.now());
    if ($("time")) $("time").textContent = `${left} s left`;
    if (left > 0) return;
    clearInterval(timer);
    go(choose(run, -1));
    announce("Time is up.");
  };
  timer = setInterval(tick, 250);
  tick();
}
/* @end */
/* @feature dark_mode */
setUpTheme($("theme"));
/* @end */

render();
