import { h } from "./lib/dom.js";
import { arrowPad, directionOf, onSwipe } from "./lib/arrows.js";
import { KEEPS_FOCUS, onKeys } from "./lib/keys.js";
import { gameSeed } from "./lib/random.js";
import { speak } from "./lib/speak.js";
import { createStore } from "./lib/store.js";
import { isOver, isWon, newGame, parseGame, push } from "./model/board.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature best_score */
import { createBest } from "./lib/best.js";
/* @end */
/* @feature undo */
import { kept, lastOf } from "./features/undo.js";
/* @end */
/* @feature sizes */
import { SIZES } from "./model/board.js";
/* @end */

const store = createStore({
  key: "{{project_name}}.game",
  version: 1,
  parse: parseGame,
  empty: () => newGame(gameSeed(location.search)),
  /* @feature persistence */
  storage: () => localStorage,
  /* @end */
});
const board = h("div", { class: "board", id: "board", role: "img" });
const line = h("p", { class: "state", id: "state" });
const score = h("dd", { id: "score" });
/* @feature best_score */
const best = createBest({ key: "{{project_name}}.best", storage: () => localStorage });
const bestShown = h("dd", { id: "best" });
/* @end */
/* @feature undo */
let earlier = [];
const undoButton = h("button", { type: "button", class: "button quiet", onclick: undo, ...KEEPS_FOCUS }, "{{say_undo}}");

function undo() {
  const last = lastOf(earlier);
  if (!last) return;
  earlier = last.rest;
  store.set(last.game);
  speak(`{{say_undone}} ${scoreOf(last.game)}`);
}
/* @end */
/* @feature sizes */
const sizeField = h(
  "select",
  { class: "input", id: "size", onchange: restart },
  SIZES.map((size) => h("option", { value: size, selected: size === store.get().size }, `${size} × ${size}`)),
);
/* @end */

function turn(direction) {
  const game = store.get();
  const next = push(game, direction);
  if (next === game) return;
  /* @feature undo */
  earlier = kept(earlier, game);
  /* @end */
  /* @feature best_score */
  best.offer(next.score);
  /* @end */
  store.set(next);
  speak(`${scoreOf(next)} ${line.textContent}`);
}

function restart() {
  let { size } = store.get();
  /* @feature sizes */
  size = Number(sizeField.value);
  /* @end */
  /* @feature undo */
  earlier = kept(earlier, store.get());
  /* @end */
  store.set(newGame(gameSeed(location.search), size));
}

function stateOf(game) {
  if (isOver(game)) return "{{say_over}}";
  return isWon(game) ? "{{say_won}}" : "{{say_goal}}";
}

function scoreOf(game) {
  return "{{say_score_now}}".replace("%", String(game.score));
}

/** The tiles in words, row by row. */
function inWords({ size, cells }) {
  const rows = Array.from({ length: size }, (_, row) => cells.slice(row * size, (row + 1) * size));
  return rows.map((row, index) => `${"{{say_row}}".replace("#", String(index + 1))}: ${row.map((value) => value || "{{say_empty}}").join(", ")}`).join(". ");
}

function render() {
  const game = store.get();
  board.style.setProperty("--size", String(game.size));
  board.dataset.size = String(game.size);
  board.replaceChildren(
    ...game.cells.map((value, at) =>
      h("div", { class: `tile${at === game.newest ? " new" : ""}`, "data-value": String(Math.min(value, 4096)), "data-length": String(String(value).length) }, value === 0 ? "" : String(value)),
    ),
  );
  board.setAttribute("aria-label", inWords(game));
  score.textContent = String(game.score);
  line.textContent = stateOf(game);
  line.classList.toggle("over", isOver(game));
  /* @feature best_score */
  bestShown.textContent = String(best.get() ?? 0);
  /* @end */
  /* @feature undo */
  undoButton.disabled = earlier.length === 0;
  /* @end */
  /* @feature sizes */
  sizeField.value = String(game.size);
  /* @end */
}

document.getElementById("tool").append(
  h(
    "dl",
    { class: "stats" },
    h("div", { class: "stat" }, h("dt", {}, "{{say_score}}"), score),
    /* @feature best_score */
    h("div", { class: "stat" }, h("dt", {}, "{{say_best}}"), bestShown),
    /* @end */
  ),
  h("section", { class: "panel play", "aria-label": "{{say_game}}" }, line, board, arrowPad(turn)),
  h(
    "div",
    { class: "row center" },
    h("button", { type: "button", class: "button", onclick: restart, ...KEEPS_FOCUS }, "{{say_new_game}}"),
    /* @feature undo */
    undoButton,
    /* @end */
    /* @feature sizes */
    h("label", { class: "sr-only", htmlFor: "size" }, "{{say_size}}"),
    h("div", {}, sizeField),
    /* @end */
  ),
  h("p", { class: "hint keys-only" }, "{{say_hint}}"),
);
onKeys((key) => {
  const direction = directionOf(key);
  if (direction) turn(direction);
  /* @feature undo */
  else if (key.toLowerCase() === "u") undo();
  /* @end */
  return direction !== undefined;
});
onSwipe(board, turn);
/* @feature best_score */
best.subscribe(render);
/* @end */
/* @feature dark_mode */
setUpTheme(document.getElementById("theme"));
/* @end */
store.subscribe(render);
render();
