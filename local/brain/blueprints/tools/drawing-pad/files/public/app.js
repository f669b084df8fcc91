import { drawAll } from "./draw.js";
import { createKeyPen } from "./keyboard.js";
import { announce, h } from "./lib/dom.js";
import { speak } from "./lib/speak.js";
import { createStore } from "./lib/store.js";
import { extendLine, MAX_POINTS, PAPER, parseDrawing, startLine } from "./model/drawing.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature undo */
import { icon } from "./lib/dom.js";
import { createHistory } from "./features/undo.js";
/* @end */
/* @feature png */
import { savePicture } from "./features/png.js";
/* @end */
/* @feature drawings */
import { readDrawing, toText } from "./features/drawings.js";
import { download } from "./lib/download.js";
/* @end */
/* @feature eraser */
import { eraserOf } from "./features/eraser.js";
/* @end */
/* @feature grid */
import { drawGrid } from "./features/grid.js";
/* @end */

const COLORS = {
  "#1f2937": "{{say_black}}",
  "#c81e1e": "{{say_red}}",
  "#d97706": "{{say_orange}}",
  "#15803d": "{{say_green}}",
  "#1d4ed8": "{{say_blue}}",
  "#7e22ce": "{{say_purple}}",
};
const WIDTHS = { 4: "{{say_thin}}", 10: "{{say_medium}}", 20: "{{say_thick}}" };

const store = createStore({
  key: "{{project_name}}.drawing",
  version: 1,
  parse: parseDrawing,
  empty: () => [],
  /* @feature persistence */
  storage: () => localStorage,
  /* @end */
});
/** The line that is being drawn, which is not in the store yet. */
let line = null;
let color = Object.keys(COLORS)[0];
/* @feature eraser */
let erases = false;
/* @end */
/* @feature undo */
const history = createHistory();
/* @end */

const paper = h("canvas", { class: "paper", id: "paper", tabIndex: 0, role: "application", "aria-label": "{{say_paper}}", "aria-describedby": "how" });
const cursor = h("span", { class: "cursor", hidden: true });
const count = h("p", { class: "quiet-text", id: "count" });
const swatches = Object.entries(COLORS).map(([value, name]) =>
  h("button", { type: "button", class: "swatch", "data-color": value, "aria-label": name, title: name, onclick: () => choose(value) }),
);
const own = h("input", { type: "color", id: "own-color", value: color, oninput: () => choose(own.value) });
const width = h(
  "select",
  { class: "input", id: "width" },
  Object.entries(WIDTHS).map(([value, name]) => h("option", { value }, name)),
);
const action = (text, run, props = {}) => h("button", { type: "button", class: "button quiet small", onclick: run, ...props }, text);
const clearButton = action("{{say_clear}}", () => change([]));
/* @feature undo */
const iconAction = (path, name, run) => action(icon(path), run, { class: "button quiet small icon-only", "aria-label": name, title: name });
const undoButton = iconAction("M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3", "{{say_undo}}", () => travel(history.back(store.get())));
const redoButton = iconAction("M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3", "{{say_redo}}", () => travel(history.forth(store.get())));
/* @end */
/* @feature eraser */
const eraser = action("{{say_eraser}}", () => erase(!erases), { id: "eraser" });
/* @end */
/* @feature png */
const saveButton = action("{{say_save}}", save);
/* @end */
/* @feature drawings */
const keepButton = action("{{say_keep}}", keepFile);
const fileInput = h("input", { type: "file", class: "sr-only", accept: ".json", onchange: openFile });
/* @end */
/* @feature grid */
const grid = h("input", { type: "checkbox", onchange: draw });
/* @end */

function pen() {
  const chosen = { color, width: Number(width.value) };
  /* @feature eraser */
  if (erases) return eraserOf(chosen);
  /* @end */
  return chosen;
}

function choose(value) {
  color = value;
  own.value = value;
  /* @feature eraser */
  erases = false;
  /* @end */
  render();
}
/* @feature eraser */

function erase(on) {
  erases = on;
  render();
}
/* @end */

/** Replaces the drawing in a way that can be undone. */
function change(lines) {
  /* @feature undo */
  history.keep(store.get(), lines);
  /* @end */
  keep(lines);
}

function keep(lines) {
  if (!store.set(lines)) announce("{{say_full}}");
}
/* @feature undo */

function travel(lines) {
  if (lines) keep(lines);
}
/* @end */
/* @feature png */

async function save() {
  const name = "{{say_file}}.png";
  if (await savePicture(name, (canvas) => drawAll(canvas, store.get(), printed()))) announce("{{say_saved}}".replace("%", name));
}
/* @end */
/* @feature drawings */

function keepFile() {
  const name = "{{say_file}}.json";
  download(name, "application/json", toText(store.get()));
  announce("{{say_kept}}".replace("%", name));
}

async function openFile() {
  const [file] = fileInput.files;
  if (!file) return;
  const lines = await readDrawing(file);
  // The same file can be chosen again.
  fileInput.value = "";
  if (lines === null) announce("{{say_not_drawing}}");
  else change(lines);
}
/* @end */

function start(point) {
  line = startLine(crypto.randomUUID(), pen(), point);
  draw();
}

function extend(point) {
  if (line === null) return;
  line = extendLine(line, point);
  if (line.points.length >= 2 * MAX_POINTS) {
    const { points } = line;
    end();
    start(points.slice(-2));
  }
  draw();
}

function end() {
  if (line === null) return;
  const finished = line;
  line = null;
  change([...store.get(), finished]);
}

function pointOf({ clientX, clientY }) {
  const { left, top, width: across, height: down } = paper.getBoundingClientRect();
  return [((clientX - left) / across) * PAPER.width, ((clientY - top) / down) * PAPER.height];
}

function printed() {
  /* @feature grid */
  if (grid.checked) return drawGrid;
  /* @end */
  return undefined;
}

function draw() {
  const across = Math.round(paper.clientWidth * devicePixelRatio) || PAPER.width;
  const down = Math.round((across * PAPER.height) / PAPER.width);
  if (paper.width !== across || paper.height !== down) Object.assign(paper, { width: across, height: down });
  drawAll(paper, line === null ? store.get() : [...store.get(), line], printed());
  /* @feature grid */
  paper.dataset.grid = String(printed() === drawGrid);
  /* @end */
}

function render() {
  const lines = store.get();
  const last = lines.at(-1);
  count.textContent = "{{say_lines}}".replace("%", String(lines.length));
  paper.dataset.last = last ? `${last.color} ${last.width}` : "";
  for (const swatch of swatches) swatch.setAttribute("aria-pressed", String(swatch.dataset.color === color));
  clearButton.disabled = lines.length === 0;
  /* @feature drawings */
  keepButton.disabled = lines.length === 0;
  /* @end */
  /* @feature undo */
  undoButton.disabled = !history.canUndo;
  redoButton.disabled = !history.canRedo;
  /* @end */
  /* @feature eraser */
  eraser.setAttribute("aria-pressed", String(erases));
  /* @end */
  draw();
}

const keyPen = createKeyPen({
  start,
  extend,
  end,
  move([x, y], isDown) {
    cursor.hidden = false;
    cursor.style.setProperty("--x", String(x / PAPER.width));
    cursor.style.setProperty("--y", String(y / PAPER.height));
    if (cursor.dataset.down !== String(isDown)) speak(isDown ? "{{say_pen_down}}" : "{{say_pen_up}}");
    cursor.dataset.down = String(isDown);
  },
});

paper.addEventListener("pointerdown", (event) => {
  if (event.button !== 0 || line !== null) return;
  paper.setPointerCapture(event.pointerId);
  cursor.hidden = true;
  start(pointOf(event));
});
paper.addEventListener("pointermove", (event) => {
  if (!paper.hasPointerCapture(event.pointerId)) return;
  for (const each of event.getCoalescedEvents?.() ?? []) extend(pointOf(each));
  extend(pointOf(event));
});
for (const name of ["pointerup", "pointercancel"]) paper.addEventListener(name, end);
paper.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (keyPen.press(event.key, event.shiftKey)) event.preventDefault();
});
paper.addEventListener("blur", () => {
  keyPen.lift();
  cursor.hidden = true;
});
/* @feature undo */
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
  event.preventDefault();
  travel(event.shiftKey ? history.forth(store.get()) : history.back(store.get()));
});
/* @end */

document.getElementById("tool").append(
  h(
    "div",
    { class: "row colors", role: "group", "aria-label": "{{say_color}}" },
    swatches,
    h("label", { class: "own", title: "{{say_own_color}}" }, own, h("span", {}, "{{say_own_color}}")),
  ),
  h(
    "div",
    { class: "row" },
    h("div", { class: "pair" }, h("label", { htmlFor: "width" }, "{{say_width}}"), h("div", {}, width)),
    /* @feature eraser */
    eraser,
    /* @end */
    /* @feature undo */
    undoButton,
    redoButton,
    /* @end */
    clearButton,
    /* @feature png */
    saveButton,
    /* @end */
    /* @feature drawings */
    keepButton,
    h("label", { class: "button quiet small file" }, "{{say_open}}", fileInput),
    /* @end */
    /* @feature grid */
    h("label", { class: "check" }, grid, " {{say_grid}}"),
    /* @end */
  ),
  h("div", { class: "sheet" }, paper, cursor),
  count,
  h("p", { class: "hint keys-only", id: "how" }, "{{say_how}}"),
);
new ResizeObserver(draw).observe(paper);
store.subscribe(render);
/* @feature dark_mode */
setUpTheme(document.getElementById("theme"));
/* @end */
render();
