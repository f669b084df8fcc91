import { h } from "./lib/dom.js";
import { speak } from "./lib/speak.js";
import { textOf } from "./model/sentences.js";
import { accuracy, isOver, marks, newTest, speed, type } from "./model/typing.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature best_score */
import { createBest } from "./lib/best.js";
/* @end */
/* @feature lengths */
import { LENGTHS } from "./features/lengths.js";
/* @end */
/* @feature own_text */
import { readOwn } from "./features/own-text.js";
/* @end */
/* @feature weak_keys */
import { weakKeys } from "./features/weak-keys.js";
/* @end */

let round = 0;
let test = newTest(textOf(round));
let characters = [];
const text = h("p", { class: "text", id: "text", role: "group", "aria-label": "{{say_text}}" });
const field = h("input", {
  class: "input",
  id: "field",
  autocomplete: "off",
  autocapitalize: "off",
  spellcheck: false,
  "aria-describedby": "text",
  oninput: () => take(field.value),
  onpaste: (event) => event.preventDefault(),
});
const line = h("p", { class: "state", id: "state" });
const speedShown = h("dd", { id: "speed" });
const accuracyShown = h("dd", { id: "accuracy" });
/* @feature best_score */
const best = createBest({ key: "{{project_name}}.best", storage: () => localStorage });
const bestShown = h("dd", { id: "best" });
/* @end */
/* @feature lengths */
const length = h(
  "select",
  { class: "input", id: "length", onchange: restart },
  Object.entries(LENGTHS).map(([id, { name }]) => h("option", { value: id }, name)),
);
/* @end */
/* @feature weak_keys */
const practise = h("p", { class: "quiet-text", id: "practise" });
/* @end */
/* @feature own_text */
let own = null;
const ownField = h("textarea", { class: "input", id: "own", maxLength: 2000, rows: 3 });
const ownFault = h("p", { class: "fault", role: "alert" });

function useOwn() {
  own = readOwn(ownField.value);
  ownFault.textContent = own === null ? "{{say_own_short}}" : "";
  if (own !== null) restart();
}
/* @end */

function currentText() {
  /* @feature own_text */
  if (own !== null) return own;
  /* @end */
  /* @feature lengths */
  if (LENGTHS[length.value].sentences > 1) return textOf(round, LENGTHS[length.value].sentences);
  /* @end */
  return textOf(round);
}

function take(typed) {
  const before = test;
  test = type(test, typed, Date.now());
  if (isOver(test) && !isOver(before)) finish();
  render();
}

function finish() {
  field.readOnly = true;
  /* @feature best_score */
  best.offer(speed(test, Date.now()));
  /* @end */
  speak("{{say_done}}".replace("%", speed(test, Date.now())));
}

function restart() {
  test = newTest(currentText());
  characters = [...test.text].map((character) => h("span", {}, character));
  text.replaceChildren(...characters);
  field.value = "";
  field.readOnly = false;
  render();
  field.focus();
}

function next() {
  round++;
  /* @feature own_text */
  own = null;
  /* @end */
  restart();
}

function stateOf() {
  if (isOver(test)) return "{{say_done}}".replace("%", speed(test, Date.now()));
  return test.start === null ? "{{say_ready}}" : "{{say_running}}";
}

function render() {
  marks(test).forEach((mark, index) => {
    characters[index].dataset.mark = mark;
  });
  if (line.textContent !== stateOf()) line.textContent = stateOf();
  line.dataset.over = String(isOver(test));
  speedShown.textContent = String(speed(test, Date.now()));
  accuracyShown.textContent = `${accuracy(test)} %`;
  /* @feature best_score */
  bestShown.textContent = best.get() === null ? "{{say_none}}" : String(best.get());
  /* @end */
  /* @feature weak_keys */
  practise.hidden = !isOver(test);
  practise.textContent = test.missed.length === 0 ? "{{say_no_errors}}" : `{{say_practise}} ${weakKeys(test.missed)}`;
  /* @end */
}

document.getElementById("tool").append(
  h(
    "dl",
    { class: "stats" },
    h("div", { class: "stat" }, h("dt", {}, "{{say_speed}}"), speedShown),
    h("div", { class: "stat" }, h("dt", {}, "{{say_accuracy}}"), accuracyShown),
    /* @feature best_score */
    h("div", { class: "stat" }, h("dt", {}, "{{say_best}}"), bestShown),
    /* @end */
  ),
  h(
    "section",
    { class: "panel typing", "aria-label": "{{say_title}}" },
    line,
    text,
    h("div", { class: "field" }, h("label", { htmlFor: "field" }, "{{say_field}}"), field),
    /* @feature weak_keys */
    practise,
    /* @end */
    h(
      "div",
      { class: "row" },
      h("button", { type: "button", class: "button", onclick: next }, "{{say_next}}"),
      h("button", { type: "button", class: "button quiet", onclick: restart }, "{{say_again}}"),
      /* @feature lengths */
      h("div", { class: "pair" }, h("label", { htmlFor: "length" }, "{{say_length}}"), h("div", {}, length)),
      /* @end */
    ),
  ),
  /* @feature own_text */
  h(
    "section",
    { class: "panel typing" },
    h("div", { class: "field" }, h("label", { htmlFor: "own" }, "{{say_own}}"), ownField),
    ownFault,
    h("div", { class: "row" }, h("button", { type: "button", class: "button quiet", onclick: useOwn }, "{{say_use_own}}")),
  ),
  /* @end */
  h("p", { class: "hint keys-only" }, "{{say_hint}}"),
);
field.addEventListener("keydown", (event) => {
  if (event.key === "Escape") restart();
});
setInterval(() => test.start !== null && !isOver(test) && render(), 500);
/* @feature best_score */
best.subscribe(render);
/* @end */
/* @feature dark_mode */
setUpTheme(document.getElementById("theme"));
/* @end */
restart();
