import { h } from "./lib/dom.js";
import { KEEPS_FOCUS, onKeys } from "./lib/keys.js";
import { numerals } from "./lib/numerals.js";
import { insert, keyFor, press, preview, spaced, START } from "./model/calculator.js";
import { faultText } from "./model/faults.js";
import { speak } from "./lib/speak.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature copy */
import { announce } from "./lib/dom.js";
import { copyText } from "./lib/copy.js";
/* @end */
/* @feature history */
import { createStore } from "./lib/store.js";
import { parseHistory, remember } from "./features/history.js";
/* @end */
/* @feature memory */
import { createStore as createMemoryStore } from "./lib/store.js";
import { MEMORY_KEYS, memoryAfter, parseMemory } from "./features/memory.js";
/* @end */
/* @feature scientific */
import { SCIENTIFIC_KEYS } from "./features/scientific.js";
/* @end */

const numbers = numerals("{{locale}}");
const KEYS = [
  ["C", "C", "{{say_clear}}", "soft"],
  ["(", "(", "{{say_open}}", "soft"],
  [")", ")", "{{say_close}}", "soft"],
  ["⌫", "⌫", "{{say_erase}}", "soft"],
  ...["7", "8", "9"].map((digit) => [digit]),
  ["÷", "÷", "{{say_divided}}", "soft"],
  ...["4", "5", "6"].map((digit) => [digit]),
  ["×", "×", "{{say_times}}", "soft"],
  ...["1", "2", "3"].map((digit) => [digit]),
  ["−", "−", "{{say_minus}}", "soft"],
  ["0"],
  [".", numbers.point, "{{say_point}}"],
  ["%", "%", "{{say_percent}}"],
  ["+", "+", "{{say_plus}}", "soft"],
  ["=", "=", "{{say_equals}}", "strong wide"],
];

let state = START;
const before = h("p", { class: "before", id: "before" });
const shown = h("p", { class: "shown figures", id: "shown" });
const preliminary = h("p", { class: "preview figures", id: "preview" });
const fault = h("p", { class: "fault", id: "fault", role: "alert" });

/* @feature history */
const history = createStore({
  key: "{{project_name}}.history",
  version: 1,
  parse: parseHistory,
  empty: () => [],
  storage: () => localStorage,
});
const historyList = h("ol", { class: "history" });
const historyEmpty = h("p", { class: "quiet-text" }, "{{say_no_history}}");
const clearHistory = h(
  "button",
  {
    type: "button",
    class: "button quiet small",
    onclick: () => {
      history.set([]);
      speak("{{say_empty_history}}");
    },
  },
  "{{say_clear_history}}",
);
/* @end */
/* @feature memory */
const memory = createMemoryStore({
  key: "{{project_name}}.memory",
  version: 1,
  parse: parseMemory,
  empty: () => "0",
  storage: () => localStorage,
});
const memoryShown = h("p", { class: "badge accent memory" });
/* @end */

/** A calculation or a result as the page shows it. */
function written(text) {
  return numbers.write(spaced(text));
}

function show(next) {
  state = next;
  before.textContent = state.last === "" ? "" : `${written(state.last)} =`;
  before.hidden = !state.done;
  shown.textContent = written(state.text) || "0";
  shown.style.setProperty("--length", String(Math.max(9, shown.textContent.length)));
  const result = preview(state);
  preliminary.textContent = result === "" ? "" : `= ${written(result)}`;
  fault.textContent = faultText(state.error, numbers.point);
}

function type(key) {
  const next = press(state, key);
  const finished = next.done && !state.done;
  show(next);
  if (!finished) return;
  speak(`${written(state.last)} = ${written(state.text)}`);
  /* @feature history */
  history.set(remember(history.get(), { text: state.last, result: state.text }));
  /* @end */
}

function keyButton([key, label = key, name = label, look = ""]) {
  return h(
    "button",
    { type: "button", class: `key ${look}`, "aria-label": name, title: name, onclick: () => type(key), ...KEEPS_FOCUS },
    label,
  );
}
/* @feature history */

function renderHistory() {
  const entries = history.get();
  historyList.replaceChildren(
    ...entries.map(({ text, result }) =>
      h(
        "li",
        {},
        h(
          "button",
          { type: "button", class: "entry", onclick: () => show(insert(state, result)), ...KEEPS_FOCUS },
          h("span", { class: "quiet-text" }, `${written(text)} = `),
          h("strong", { class: "figures" }, written(result)),
        ),
      ),
    ),
  );
  historyEmpty.hidden = entries.length > 0;
  clearHistory.hidden = entries.length === 0;
}
/* @end */
/* @feature memory */

function useMemory(key) {
  const number = state.done ? state.text : preview(state) || state.text;
  memory.set(memoryAfter(memory.get(), key, number));
  if (key === "MR") show(insert(state, memory.get()));
  speak(`{{say_memory}}: ${written(memory.get())}`);
}

function renderMemory() {
  memoryShown.textContent = `{{say_memory}}: ${written(memory.get())}`;
}
/* @end */
/* @feature copy */

async function copyResult() {
  const result = state.done ? state.text : preview(state) || state.text || "0";
  const copied = await copyText(numbers.ungrouped(result));
  announce((copied ? "{{say_copied}}" : "{{say_not_copied}}").replace("%", written(result)));
}
/* @end */

document.getElementById("tool").append(
  h(
    "section",
    { class: "panel calculator", "aria-label": "{{say_title}}" },
    h("div", { class: "display", id: "display" }, before, shown, preliminary, fault),
    h(
      "div",
      { class: "row extras" },
      /* @feature copy */
      h("button", { type: "button", class: "button quiet small", onclick: copyResult, ...KEEPS_FOCUS }, "{{say_copy}}"),
      /* @end */
      /* @feature memory */
      memoryShown,
      /* @end */
    ),
    /* @feature memory */
    h(
      "div",
      { class: "keypad small", role: "group", "aria-label": "{{say_memory}}" },
      MEMORY_KEYS.map(([key, name]) =>
        h(
          "button",
          { type: "button", class: "key", "aria-label": `${key}, ${name}`, title: name, onclick: () => useMemory(key), ...KEEPS_FOCUS },
          key,
        ),
      ),
    ),
    /* @end */
    /* @feature scientific */
    h("div", { class: "keypad small five", role: "group", "aria-label": "{{say_functions}}" }, SCIENTIFIC_KEYS.map(keyButton)),
    h("p", { class: "quiet-text degrees" }, "{{say_degrees}}"),
    /* @end */
    h("div", { class: "keypad", role: "group", "aria-label": "{{say_keys}}" }, KEYS.map(keyButton)),
  ),
  /* @feature history */
  h(
    "section",
    { class: "panel", "aria-labelledby": "history-title" },
    h("div", { class: "panel-head" }, h("h2", { id: "history-title" }, "{{say_history}}"), clearHistory),
    historyEmpty,
    historyList,
  ),
  /* @end */
  h(
    "p",
    { class: "hint keys-only" },
    "{{say_hint}}",
  ),
);

onKeys((typed) => {
  const key = keyFor(typed);
  if (key !== null) type(key);
  return key !== null;
});
/* @feature history */
history.subscribe(renderHistory);
renderHistory();
/* @end */
/* @feature memory */
memory.subscribe(renderMemory);
renderMemory();
/* @end */
/* @feature dark_mode */
setUpTheme(document.getElementById("theme"));
/* @end */
show(START);
