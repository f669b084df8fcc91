import { h } from "./lib/dom.js";
import { arrowPad, directionOf, onSwipe } from "./lib/arrows.js";
import { KEEPS_FOCUS, onKeys } from "./lib/keys.js";
import { gameSeed } from "./lib/random.js";
import { speak } from "./lib/speak.js";
import { drawGame } from "./draw.js";
import { newGame, step, turn } from "./model/snake.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature best_score */
import { createBest } from "./lib/best.js";
/* @end */
/* @feature speeds */
import { SPEEDS, speedName } from "./features/speeds.js";
/* @end */
/* @feature sound */
import { play } from "./features/sound.js";
/* @end */

let game = newGame(gameSeed(location.search));
let begun = false;
let ticking;
const canvas = h("canvas", { class: "field", role: "img", "aria-label": "{{say_field}}" });
const line = h("p", { class: "state", id: "state" });
const score = h("dd", { id: "score" });
const main = h("button", { type: "button", class: "button main-action", onclick: startOrPause, ...KEEPS_FOCUS });
/* @feature best_score */
const best = createBest({ key: "{{project_name}}.best", storage: () => localStorage });
const bestShown = h("dd", { id: "best" });
/* @end */
/* @feature speeds */
const speed = h(
  "select",
  { class: "input", id: "speed", onchange: () => isRunning() && run() },
  Object.keys(SPEEDS).map((id) => h("option", { value: id, selected: id === "medium" }, speedName(id))),
);
/* @end */
/* @feature through */
const through = h("input", { type: "checkbox", id: "through" });
/* @end */
/* @feature sound */
const sound = h("input", { type: "checkbox", id: "sound", checked: true });
/* @end */

const isRunning = () => ticking !== undefined;

function interval() {
  /* @feature speeds */
  if (SPEEDS[speed.value]) return SPEEDS[speed.value];
  /* @end */
  return 130;
}

function run() {
  begun = true;
  clearInterval(ticking);
  const pace = interval();
  canvas.dataset.pace = String(pace);
  ticking = setInterval(advance, pace);
  render();
}

function pause() {
  clearInterval(ticking);
  ticking = undefined;
  render();
}

function startOrPause() {
  if (isRunning()) return pause();
  if (game.over) game = newGame(gameSeed(location.search));
  run();
}

/** Turns, and starts the game if it stands still. */
function steer(direction) {
  if (!isRunning() && !game.over) run();
  game = turn(game, direction);
}

function advance() {
  const before = game;
  let open = false;
  /* @feature through */
  open = through.checked;
  /* @end */
  game = step(game, open);
  if (game.score > before.score) eaten();
  if (game.over) finish();
  render();
}

function eaten() {
  speak("{{say_score_now}}".replace("%", String(game.score)));
  /* @feature sound */
  if (sound.checked) play("eat");
  /* @end */
}

function finish() {
  clearInterval(ticking);
  ticking = undefined;
  speak("{{say_over}}".replace("%", String(game.score)));
  /* @feature best_score */
  best.offer(game.score);
  /* @end */
  /* @feature sound */
  if (sound.checked) play("over");
  /* @end */
}

function stateOf() {
  if (game.over) return "{{say_over}}".replace("%", String(game.score));
  return isRunning() ? "{{say_running}}" : begun ? "{{say_paused}}" : "{{say_ready}}";
}

function render() {
  drawGame(canvas, game);
  score.textContent = String(game.score);
  if (line.textContent !== stateOf()) line.textContent = stateOf();
  main.textContent = isRunning() ? "{{say_pause}}" : game.over ? "{{say_again}}" : "{{say_start}}";
  /* @feature best_score */
  bestShown.textContent = String(best.get() ?? 0);
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
  h("section", { class: "panel play", "aria-label": "{{say_game}}" }, line, canvas, main, arrowPad(steer)),
  h(
    "div",
    { class: "row center" },
    /* @feature speeds */
    h("div", { class: "pair" }, h("label", { htmlFor: "speed" }, "{{say_speed}}"), h("div", {}, speed)),
    /* @end */
    /* @feature through */
    h("label", { class: "check" }, through, " {{say_through}}"),
    /* @end */
    /* @feature sound */
    h("label", { class: "check" }, sound, " {{say_sound}}"),
    /* @end */
  ),
  h("p", { class: "hint keys-only" }, "{{say_hint}}"),
);
onKeys((key) => {
  const direction = directionOf(key);
  if (direction) steer(direction);
  else if (key === " ") startOrPause();
  else return false;
  return true;
});
onSwipe(canvas, steer);
document.addEventListener("visibilitychange", () => document.hidden && isRunning() && pause());
new ResizeObserver(() => drawGame(canvas, game)).observe(canvas);
new MutationObserver(() => drawGame(canvas, game)).observe(document.documentElement, { attributes: true });
/* @feature best_score */
best.subscribe(render);
/* @end */
/* @feature dark_mode */
setUpTheme(document.getElementById("theme"));
/* @end */
render();
