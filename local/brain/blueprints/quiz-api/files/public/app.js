import { announce, h } from "./lib/dom.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature shuffle */
import { gameSeed, shuffled } from "./lib/random.js";
/* @end */
/* @feature best_score */
import { createStore } from "./lib/store.js";
import { better, parseBest } from "./features/best-score.js";
/* @end */

const $ = (id) => document.getElementById(id);
/** A run: the questions asked, where it is, and per question what was picked and how the server judged it. */
let run = null;
let busy = false;

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

async function call(path, body) {
  const request = body && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(path, request ?? {});
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** Runs one call at a time; a failed one is told, and can be tried again. */
async function once(work) {
  if (busy) return;
  busy = true;
  try {
    await work();
  } catch {
    announce("The server did not answer. Please try again.");
  } finally {
    busy = false;
  }
}

const start = () =>
  once(async () => {
    let { questions } = await call("/api/questions");
    /* @feature shuffle */
    questions = shuffled(questions, gameSeed(location.search));
    /* @end */
    run = { questions, at: 0, answers: [], judged: [], result: null };
    render();
    $("question").focus();
  });

const pick = (option) =>
  once(async () => {
    if (run.judged[run.at]) return;
    const answer = { id: run.questions[run.at].id, option };
    const judged = await call("/api/answer", answer);
    run.answers.push(answer);
    run.judged.push(judged);
    render();
    $("next").focus();
    announce(judged.right ? "Right." : "Wrong.");
  });

const goOn = () =>
  once(async () => {
    if (run.at + 1 === run.questions.length) {
      run.result = await call("/api/score", { answers: run.answers });
      /* @feature best_score */
      best.set(better(best.get(), run.result));
      /* @end */
    }
    run.at += 1;
    render();
    (run.result ? $("stage") : $("question")).focus();
  });

function render() {
  $("count").textContent = run ? `${run.questions.length} questions` : "Scored by the server";
  $("stage").replaceChildren(...(!run ? cover() : run.result ? result() : question()));
}

function cover() {
  return [
    h(
      "section",
      { class: "cover" },
      h("h2", {}, "Ready?"),
      h("p", {}, "Pick the right answer. The first pick counts."),
      /* @feature best_score */
      best.get() && h("p", {}, `Your best so far: ${best.get().points} of ${best.get().total}.`),
      /* @end */
      h("button", { type: "button", class: "button", onclick: start }, "Start the quiz"),
    ),
  ];
}

function question() {
  const { text, options } = run.questions[run.at];
  return [
    h(
      "div",
      { class: "meta" },
      h("span", {}, `Question ${run.at + 1} of ${run.questions.length}`),
      h("span", {}, `${run.judged.filter(({ right }) => right).length} right`),
    ),
    h("div", { class: "track" }, part(h("span"), run.at, run.questions.length)),
    h("h2", { class: "question", id: "question", tabIndex: -1 }, text),
    h("div", { class: "options", role: "group", "aria-labelledby": "question" }, options.map(optionButton)),
    ...(run.judged[run.at] ? answered(run.judged[run.at]) : []),
  ];
}

function optionButton(option, index) {
  const judged = run.judged[run.at];
  const right = judged?.answer === index;
  const wrong = Boolean(judged) && !right && run.answers[run.at].option === index;
  return h(
    "button",
    {
      type: "button",
      class: right ? "option right" : wrong ? "option wrong" : "option",
      disabled: Boolean(judged),
      onclick: () => pick(index),
    },
    h("span", { class: "key", "aria-hidden": "true" }, "ABCD"[index]),
    option,
    (right || wrong) && h("span", { class: "mark" }, right ? "Right" : "Your pick"),
  );
}

function answered(judged) {
  return [
    /* @feature explanations */
    judged.why && h("p", { class: "note" }, judged.why),
    /* @end */
    h(
      "div",
      { class: "actions" },
      h("strong", {}, judged.right ? "That is right." : "Not this time."),
      h(
        "button",
        { type: "button", class: "button", id: "next", onclick: goOn },
        run.at + 1 < run.questions.length ? "Next question" : "See the result",
      ),
    ),
  ].filter(Boolean);
}

function result() {
  const { points, total } = run.result;
  return [
    h(
      "section",
      { class: "cover" },
      part(h("div", { class: "ring", "aria-hidden": "true" }, `${points}/${total}`), points, total),
      h("h2", {}, `You got ${points} of ${total} right.`),
      h("button", { type: "button", class: "button", onclick: start }, "Play again"),
    ),
    /* @feature review */
    review(),
    /* @end */
  ];
}
/* @feature review */
function review() {
  const missed = run.questions
    .map(({ text, options }, index) => ({ text, right: options[run.judged[index].answer], judged: run.judged[index] }))
    .filter(({ judged }) => !judged.right);
  if (missed.length === 0) return "";
  return h(
    "section",
    { "aria-labelledby": "review-title" },
    h("h2", { id: "review-title" }, "Worth another look"),
    h("ul", { class: "review" }, missed.map(({ text, right }) => h("li", {}, h("strong", {}, text), h("p", {}, right)))),
  );
}
/* @end */

function part(element, points, total) {
  element.style.setProperty("--part", `${total === 0 ? 0 : (points / total) * 100}%`);
  return element;
}
/* @feature dark_mode */
setUpTheme($("theme"));
/* @end */

render();
