import { h } from "./lib/dom.js";
import { KEEPS_FOCUS, onKeys } from "./lib/keys.js";
import { newSeed } from "./lib/random.js";
import { speak } from "./lib/speak.js";
import { createStore } from "./lib/store.js";
import { EXAMPLES, MAX_ENTRIES, parseEntries, pick, readEntries, rotationTo, slicePath } from "./model/wheel.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature remove */
import { announce } from "./lib/dom.js";
import { without, withAgain } from "./features/remove.js";
/* @end */
/* @feature results */
import { tally, withResult } from "./features/results.js";
/* @end */
/* @feature shuffle */
import { shuffled } from "./lib/random.js";
/* @end */

const SVG = "http://www.w3.org/2000/svg";
const COLOURS = 8;
const SPIN_MS = 2000;
const store = createStore({
  key: "{{project_name}}.entries",
  version: 1,
  parse: parseEntries,
  empty: () => EXAMPLES,
  /* @feature persistence */
  storage: () => localStorage,
  /* @end */
});
let rotation = 0;
let spinning = false;

const slices = shape("g", {});
const wheel = shape("svg", { viewBox: "-104 -104 208 208", class: "wheel", role: "img" });
wheel.append(slices, shape("circle", { r: "12", class: "hub" }));
/** What turns: an element with a layer of its own, so that turning does not draw the slices again. */
const disc = h("div", { class: "disc" }, wheel);
const result = h("p", { class: "result", id: "result" }, "{{say_ready}}");
const spinButton = h("button", { type: "button", class: "button spin", id: "spin", onclick: spin, ...KEEPS_FOCUS }, "{{say_spin}}");
const field = h("textarea", { class: "input", id: "entries", rows: 8, spellcheck: false, oninput: () => store.set(readEntries(field.value)) });
const count = h("p", { class: "quiet-text" });
/* @feature remove */
let picked = null;
const removeButton = h("button", { type: "button", class: "button quiet", hidden: true, onclick: removePicked, ...KEEPS_FOCUS }, "{{say_remove}}");

/** What was removed last, and can be put back. */
let removed = null;
const returnButton = h("button", { type: "button", class: "button quiet", hidden: true, onclick: putBack, ...KEEPS_FOCUS });

function removePicked() {
  removed = picked;
  setEntries(without(store.get(), picked.index));
  announce("{{say_removed}}".replace("%", () => removed.name));
}

function putBack() {
  const { name } = removed;
  const entries = withAgain(store.get(), removed);
  removed = null;
  setEntries(entries);
  announce("{{say_returned}}".replace("%", () => name));
}
/* @end */
/* @feature results */
let results = [];
const resultList = h("ol", { class: "results" });
const resultPanel = h("section", { class: "panel", "aria-labelledby": "results-title" }, h("h2", { id: "results-title" }, "{{say_results}}"), resultList);

function renderResults() {
  resultPanel.hidden = results.length === 0;
  resultList.replaceChildren(...tally(results).map(({ name, count: times }) => h("li", {}, h("span", {}, name), h("strong", { class: "figures" }, `${times} ×`))));
}
/* @end */

function shape(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function setEntries(entries) {
  store.set(entries);
  field.value = entries.join("\n");
}

/** Picks an entry first, and then turns the wheel to it. */
function spin() {
  const entries = store.get();
  if (spinning || entries.length < 2) return;
  const chosen = pick(entries.length, newSeed());
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  rotation = rotationTo(chosen, entries.length, rotation);
  spinning = true;
  render();
  result.textContent = "{{say_spinning}}";
  disc.style.transitionDuration = still ? "0s" : `${SPIN_MS}ms`;
  disc.style.transform = `rotate(${rotation}deg)`;
  setTimeout(() => finish(chosen.index, entries[chosen.index]), still ? 0 : SPIN_MS);
}

function finish(index, name) {
  spinning = false;
  /* @feature remove */
  picked = { index, name };
  /* @end */
  /* @feature results */
  results = withResult(results, name);
  renderResults();
  /* @end */
  render();
  result.textContent = "{{say_picked}}".replace("%", () => name);
  speak(result.textContent);
}

function slice(name, index, entries) {
  const angle = ((index + 0.5) * 360) / entries.length;
  const group = shape("g", {});
  const text = shape("text", { transform: `rotate(${angle - 90})`, x: "92", class: "label" });
  const characters = [...name];
  text.textContent = characters.length > 16 ? `${characters.slice(0, 15).join("")}…` : name;
  // As large as fits between rim and hub, and between the edges of the slice.
  text.style.fontSize = `${Math.max(4.5, Math.min(11, 200 / entries.length, 120 / text.textContent.length))}px`;
  // The last slice must not have the colour of the first one, beside it.
  const colour = index === entries.length - 1 && index % COLOURS === 0 && index > 0 ? 1 : index % COLOURS;
  group.append(shape("path", { d: slicePath(index, entries.length), class: `slice colour-${colour}` }), text);
  return group;
}

function render() {
  const entries = store.get();
  slices.replaceChildren(...entries.map(slice));
  wheel.setAttribute("aria-label", "{{say_slices}}".replace("%", String(entries.length)));
  spinButton.disabled = spinning || entries.length < 2;
  field.disabled = spinning;
  count.textContent =
    entries.length < 2 ? "{{say_few}}" : "{{say_count}}".replace("%", String(entries.length)).replace("#", String(MAX_ENTRIES));
  /* @feature remove */
  removeButton.hidden = spinning || picked === null || entries[picked.index] !== picked.name;
  returnButton.hidden = spinning || removed === null || entries.length >= MAX_ENTRIES;
  returnButton.textContent = "{{say_return}}".replace("%", () => removed?.name ?? "");
  /* @end */
}

document.getElementById("tool").append(
  h(
    "section",
    { class: "panel stage", "aria-label": "{{say_wheel}}" },
    h("div", { class: "frame" }, h("div", { class: "rim" }, disc)),
    result,
    h(
      "div",
      { class: "row center" },
      spinButton,
      /* @feature remove */
      removeButton,
      returnButton,
      /* @end */
    ),
  ),
  h(
    "div",
    { class: "stack" },
    h(
      "section",
      { class: "panel stack", "aria-label": "{{say_entries}}" },
      h("div", { class: "field" }, h("label", { htmlFor: "entries" }, "{{say_lines}}"), field),
      count,
      /* @feature shuffle */
      h("button", { type: "button", class: "button quiet small", onclick: () => setEntries(shuffled(store.get(), newSeed())) }, "{{say_shuffle}}"),
      /* @end */
    ),
    /* @feature results */
    resultPanel,
    /* @end */
  ),
  h("p", { class: "hint keys-only" }, "{{say_hint}}"),
);
onKeys((key) => {
  if (key !== " ") return false;
  spin();
  return true;
});
/* @feature results */
renderResults();
/* @end */
/* @feature dark_mode */
setUpTheme(document.getElementById("theme"));
/* @end */
store.subscribe(() => {
  if (document.activeElement !== field) field.value = store.get().join("\n");
  render();
});
setEntries(store.get());
