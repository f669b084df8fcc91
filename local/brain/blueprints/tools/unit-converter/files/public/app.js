import { h } from "./lib/dom.js";
import { toDecimal } from "./lib/exact.js";
import { numerals } from "./lib/numerals.js";
import { createStore } from "./lib/store.js";
import { convert, parseState, startOf, swap, unitOf } from "./model/convert.js";
import { CATEGORIES, categoryOf } from "./model/units.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature all_units */
import { inAllUnits } from "./features/all-units.js";
/* @end */
/* @feature rounding */
import { createStore as createPlacesStore } from "./lib/store.js";
import { parsePlaces, PLACES, roundTo } from "./features/rounding.js";
/* @end */
/* @feature copy */
import { announce } from "./lib/dom.js";
import { copyText } from "./lib/copy.js";
/* @end */

const numbers = numerals("{{locale}}");
const store = createStore({
  key: "{{project_name}}.conversion",
  version: 1,
  parse: parseState,
  empty: () => startOf("{{category}}", "{{units}}"),
  /* @feature persistence */
  storage: () => localStorage,
  /* @end */
});
/* @feature rounding */
const places = createPlacesStore({
  key: "{{project_name}}.places",
  version: 1,
  parse: parsePlaces,
  empty: () => null,
  storage: () => localStorage,
});
/* @end */

function shown(value, digits) {
  /* @feature rounding */
  if (places.get() !== null) return roundTo(value, places.get());
  /* @end */
  return toDecimal(value, digits);
}

const update = (change) => store.set({ ...store.get(), ...change });
const select = (id, onchange) => h("select", { class: "input", id, onchange: (event) => onchange(event.target.value) });
const field = (label, input) => h("div", { class: "field" }, h("label", { htmlFor: input.id }, label), input);
const option = (value, text) => h("option", { value }, text);
const category = select("category", (id) => store.set({ ...startOf(id), text: store.get().text }));
category.append(...CATEGORIES.map(({ id, name }) => option(id, name)));
const value = h("input", {
  class: "input value figures",
  id: "value",
  inputMode: "decimal",
  autocomplete: "off",
  maxLength: 40,
  "aria-describedby": "fault",
  oninput: () => update({ text: value.value }),
});
const from = select("from", (id) => update({ from: id }));
const to = select("to", (id) => update({ to: id }));
const fault = h("p", { class: "fault", id: "fault" });
const result = h("output", { class: "result figures", id: "result", htmlFor: "value from to" });
/* @feature rounding */
const placesField = select("places", (text) => places.set(text === "" ? null : Number(text)));
placesField.append(...PLACES.map((count) => option(count ?? "", count === null ? "{{say_all_places}}" : String(count))));
/* @end */
/* @feature all_units */
const allUnits = h("tbody");
/* @end */
/* @feature copy */
let copied = "";
const copyButton = h("button", { type: "button", class: "button small", onclick: copy }, "{{say_copy}}");

async function copy() {
  const allowed = await copyText(numbers.ungrouped(copied));
  announce((allowed ? "{{say_copied}}" : "{{say_not_copied}}").replace("%", numbers.write(copied)));
}
/* @end */

function render() {
  const state = store.get();
  if (category.dataset.shown !== state.category) {
    for (const list of [from, to])
      list.replaceChildren(...categoryOf(state.category).units.map(({ id, name, symbol }) => option(id, `${name} (${symbol})`)));
    category.dataset.shown = state.category;
  }
  category.value = state.category;
  from.value = state.from;
  to.value = state.to;
  if (value.value !== state.text) value.value = state.text;
  /* @feature rounding */
  placesField.value = String(places.get() ?? "");
  /* @end */
  try {
    showResult(state, numbers.read(state.text));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    showFault("{{say_too_large}}");
  }
}

function showResult(state, number) {
  if (number === null) return showFault(state.text.trim() === "" ? "{{say_enter}}" : "{{say_no_number}}");
  const [source, target] = [unitOf(state, state.from), unitOf(state, state.to)];
  const text = shown(convert(number, source, target));
  const answer = `${numbers.write(text)} ${target.symbol}`;
  showFault("");
  result.style.setProperty("--length", String(Math.max(12, answer.length)));
  result.replaceChildren(
    h("span", { class: "quiet-text" }, `${numbers.write(toDecimal(number))} ${source.symbol} =`),
    h("strong", {}, answer),
  );
  /* @feature copy */
  copied = text;
  /* @end */
  /* @feature all_units */
  allUnits.replaceChildren(
    ...inAllUnits(state, number).map(({ unit, result: other }) =>
      h("tr", {}, h("th", { scope: "row" }, unit.name), h("td", { class: "figures" }, `${numbers.write(shown(other, 7))} ${unit.symbol}`)),
    ),
  );
  /* @end */
}

function showFault(text) {
  fault.textContent = text;
  value.setAttribute("aria-invalid", String(text !== ""));
  /* @feature copy */
  copyButton.disabled = text !== "";
  /* @end */
  if (text === "") return;
  result.replaceChildren(h("span", { class: "quiet-text" }, "{{say_no_result}}"));
  /* @feature all_units */
  allUnits.replaceChildren();
  /* @end */
}

document.getElementById("tool").append(
  h(
    "section",
    { class: "panel stack", "aria-label": "{{say_conversion}}" },
    h(
      "div",
      { class: "options" },
      field("{{say_category}}", category),
      /* @feature rounding */
      field("{{say_places}}", placesField),
      /* @end */
    ),
    field("{{say_value}}", value),
    fault,
    h(
      "div",
      { class: "units" },
      field("{{say_from}}", from),
      h(
        "button",
        { type: "button", class: "button quiet", "aria-label": "{{say_swap}}", title: "{{say_swap}}", onclick: () => store.set(swap(store.get())) },
        "⇄",
      ),
      field("{{say_to}}", to),
    ),
    result,
    /* @feature copy */
    h("div", { class: "row center" }, copyButton),
    /* @end */
  ),
  /* @feature all_units */
  h(
    "section",
    { class: "panel", "aria-labelledby": "all-title" },
    h("h2", { id: "all-title" }, "{{say_all_units}}"),
    h("table", { class: "all" }, h("caption", { class: "sr-only" }, "{{say_all_caption}}"), allUnits),
  ),
  /* @end */
);
/* @feature rounding */
places.subscribe(render);
/* @end */
/* @feature dark_mode */
setUpTheme(document.getElementById("theme"));
/* @end */
store.subscribe(render);
render();
