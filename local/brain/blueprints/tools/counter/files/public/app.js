import { h } from "./lib/dom.js";
import { KEEPS_FOCUS, onKeys } from "./lib/keys.js";
import { speak } from "./lib/speak.js";
import { createStore } from "./lib/store.js";
import { createCounterModel } from "./model/counter.js";
import { SETTINGS } from "./model/settings.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature step */
import { numberField } from "./lib/field.js";
import { readStep, step } from "./features/step.js";
/* @end */
/* @feature goal */
import { numberField as goalInput } from "./lib/field.js";
import { goal, progress, readGoal } from "./features/goal.js";
/* @end */
/* @feature undo */
import { createUndo } from "./features/undo.js";
/* @end */
/* @feature several */
import { ICONS, icon } from "./lib/dom.js";
import { nextName, totalOf } from "./features/several.js";
/* @end */

const model = createCounterModel(
  [
    /* @feature step */
    step,
    /* @end */
    /* @feature goal */
    goal,
    /* @end */
  ],
  SETTINGS,
);
const first = () => [model.create("first", "{{say_counter}}".replace("%", "1"))];
const store = createStore({
  key: "{{project_name}}.counters",
  version: 1,
  parse: (value) => {
    const counters = model.parse(value);
    return counters.length > 0 ? counters : first();
  },
  empty: first,
  /* @feature persistence */
  storage: () => localStorage,
  /* @end */
});
/** The counter that the keyboard counts: the one used last. */
let current = store.get()[0].id;
const list = h("div", { class: "counters" });
/* @feature undo */
const undo = createUndo();
const undoButton = h("button", { type: "button", class: "button quiet small", id: "undo", onclick: takeBack, ...KEEPS_FOCUS }, "{{say_undo}}");
/* @end */
/* @feature several */
const total = h("p", { class: "quiet-text figures" });
const addButton = h("button", { type: "button", class: "button small", id: "add", onclick: add }, "{{say_add}}");
/* @end */

/** Sets the counters; `inverse` makes them again what they were, when this is undone. */
function change(counters, inverse) {
  /* @feature undo */
  undo.keep(inverse);
  /* @end */
  store.set(counters);
}

function edit(id, fields) {
  store.set(model.edit(store.get(), id, fields));
}

function find(id) {
  return store.get().find((counter) => counter.id === id);
}

/** Shows another number, which can be taken back. */
function setCount(id, counters) {
  current = id;
  const { count } = find(id);
  change(counters, (later) => model.edit(later, id, { count }));
  speak(`${find(id).name}: ${find(id).count}`);
}

const count = (id, steps) => setCount(id, model.count(store.get(), id, steps));
const reset = (id) => setCount(id, model.reset(store.get(), id));
/* @feature undo */

function takeBack() {
  const inverse = undo.back();
  if (!inverse) return;
  store.set(inverse(store.get()));
  speak(`{{say_undone}} ${find(current).name}: ${find(current).count}`);
}
/* @end */
/* @feature several */

function add() {
  const counter = model.create(crypto.randomUUID(), nextName(store.get()));
  current = counter.id;
  change([...store.get(), counter], (later) => without(later, counter.id));
  document.getElementById(`name-${counter.id}`).select();
}

function remove(id) {
  const counter = find(id);
  change(without(store.get(), id), (later) => [...later, counter]);
  speak(named("{{say_removed}}", counter));
  addButton.focus();
}

/** All other counters; one always stays. */
function without(counters, id) {
  return counters.length > 1 ? counters.filter((counter) => counter.id !== id) : counters;
}
/* @end */

/** The panel of a counter. It is made once, so that neither focus nor a press gets lost, and updated from then on. */
function panel(id) {
  const name = h("input", { class: "name", id: `name-${id}`, maxLength: 60, autocomplete: "off", oninput: () => edit(id, { name: name.value }) });
  const number = h("p", { class: "number figures" });
  const key = (text, steps, look) =>
    h("button", { type: "button", class: `key count-key ${look}`, onclick: () => count(id, steps), ...KEEPS_FOCUS }, text);
  const down = key("−", -1, "");
  const up = key("+", 1, "strong");
  const resetButton = h("button", { type: "button", class: "button quiet small", onclick: () => reset(id), ...KEEPS_FOCUS }, "{{say_reset}}");
  /* @feature several */
  const removeButton = h("button", { type: "button", class: "icon-button danger", onclick: () => remove(id) }, icon(ICONS.trash));
  /* @end */
  /* @feature step */
  const stepField = numberField("{{say_step}}", `step-${id}`, (text) => {
    const size = readStep(text);
    if (size !== null) edit(id, { step: size });
  });
  /* @end */
  /* @feature goal */
  const goalField = goalInput("{{say_goal}}", `goal-${id}`, (text) => edit(id, { goal: readGoal(text) }));
  const way = h("p", { class: "quiet-text" });
  const bar = h("span", { class: "bar" });
  const goalLine = h("div", { class: "goal" }, h("div", { class: "track", "aria-hidden": "true" }, bar), way);
  /* @end */
  const node = h(
    "section",
    { class: "panel counter" },
    h(
      "div",
      { class: "counter-head" },
      h("label", { class: "sr-only", htmlFor: name.id }, "{{say_name}}"),
      name,
      /* @feature several */
      removeButton,
      /* @end */
    ),
    number,
    /* @feature goal */
    goalLine,
    /* @end */
    h("div", { class: "count-keys" }, down, up),
    h(
      "div",
      { class: "row center" },
      /* @feature step */
      stepField.node,
      /* @end */
      /* @feature goal */
      goalField.node,
      /* @end */
      resetButton,
    ),
  );
  return {
    node,
    update(counter) {
      node.setAttribute("aria-label", counter.name);
      node.dataset.current = String(id === current);
      fill(name, counter.name);
      number.textContent = String(counter.count);
      number.dataset.length = number.textContent.length > 7 ? "long" : "short";
      down.setAttribute("aria-label", named("{{say_down}}", counter));
      up.setAttribute("aria-label", named("{{say_up}}", counter));
      resetButton.setAttribute("aria-label", named("{{say_resets}}", counter));
      /* @feature several */
      removeButton.setAttribute("aria-label", named("{{say_remove}}", counter));
      removeButton.hidden = store.get().length === 1;
      /* @end */
      /* @feature step */
      fill(stepField.input, String(counter.step));
      /* @end */
      /* @feature goal */
      fill(goalField.input, String(counter.goal ?? ""));
      const progressNow = progress(counter);
      goalLine.hidden = progressNow === null;
      way.textContent = progressNow?.text ?? "";
      bar.style.setProperty("--share", String(progressNow?.share ?? 0));
      /* @end */
    },
  };
}

/** A text with the name of a counter. */
function named(text, { name }) {
  return text.replace("%", () => name);
}

/** A field keeps what is being typed. */
function fill(field, value) {
  if (field !== document.activeElement && field.value !== value) field.value = value;
}

const panels = new Map();

function render() {
  const counters = store.get();
  if (!find(current)) current = counters[0].id;
  for (const id of panels.keys()) if (!find(id)) panels.delete(id);
  for (const { id } of counters) if (!panels.has(id)) panels.set(id, panel(id));
  const nodes = counters.map(({ id }) => panels.get(id).node);
  if (nodes.length !== list.children.length || nodes.some((node, at) => node !== list.children[at])) list.replaceChildren(...nodes);
  for (const counter of counters) panels.get(counter.id).update(counter);
  list.dataset.several = String(counters.length > 1);
  /* @feature undo */
  undoButton.disabled = undo.size === 0;
  /* @end */
  /* @feature several */
  total.textContent = "{{say_total}}".replace("%", String(totalOf(counters)));
  total.hidden = counters.length < 2;
  /* @end */
}

document.getElementById("tool").append(
  h(
    "div",
    { class: "row center" },
    /* @feature several */
    addButton,
    total,
    /* @end */
    /* @feature undo */
    undoButton,
    /* @end */
  ),
  list,
  h("p", { class: "hint keys-only" }, "{{say_keys}}"),
);
onKeys((key) => {
  if (["ArrowUp", "+"].includes(key)) count(current, 1);
  else if (["ArrowDown", "-"].includes(key)) count(current, -1);
  /* @feature undo */
  else if (key.toLowerCase() === "u") takeBack();
  /* @end */
  else return false;
  return true;
});
/* @feature dark_mode */
setUpTheme(document.getElementById("theme"));
/* @end */
store.subscribe(render);
render();
