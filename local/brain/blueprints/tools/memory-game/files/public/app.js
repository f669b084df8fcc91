import { announce, h, icon } from "./lib/dom.js";
import { KEEPS_FOCUS, onKeys } from "./lib/keys.js";
import { gameSeed } from "./lib/random.js";
import { speak } from "./lib/speak.js";
import { isFound, isOver, isUp, newGame, turnDown, turnUp } from "./model/memory.js";
import { NAMES } from "./model/names.js";
import { SYMBOLS } from "./model/symbols.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature levels */
import { LEVELS } from "./features/levels.js";
/* @end */
/* @feature best_score */
import { createBest } from "./lib/best.js";
/* @end */
/* @feature two_players */
import { afterMove, NO_PAIRS, winnerOf } from "./features/two-players.js";
/* @end */
/* @feature time */
import { countdownText } from "./lib/duration.js";
import { NOT_STARTED, started, stopped, timeOf } from "./features/time.js";
/* @end */

/** A text with its places (%) filled in, in order. */
const fill = (text, ...values) => values.reduce((filled, value) => filled.replace("%", String(value)), text);

/** How long two different cards stay up, in milliseconds. */
const LOOK_MS = 1200;
let game = newGame(gameSeed(location.search));
let columns = 4;
let cards = [];
let hiding;
const board = h("div", { class: "board", id: "board", role: "group", "aria-label": "{{say_cards}}" });
const moves = h("dd", { id: "moves" });
const found = h("dd", { id: "found" });
const line = h("p", { class: "state", id: "state" });
/* @feature levels */
const level = h(
  "select",
  { class: "input", id: "level", onchange: restart },
  Object.entries(LEVELS).map(([id, { name }]) => h("option", { value: id, selected: id === "medium" }, name)),
);
/* @end */
/* @feature best_score */
const bests = new Map();
const bestShown = h("dd", { id: "best" });

/** The fewest moves, for each number of pairs. */
function best() {
  const pairs = game.cards.length / 2;
  if (!bests.has(pairs)) bests.set(pairs, createBest({ key: `{{project_name}}.best-${pairs}`, lower: true, storage: () => localStorage }));
  return bests.get(pairs);
}
/* @end */
/* @feature two_players */
let players = NO_PAIRS;
const playersShown = h("p", { class: "players", id: "players" });
/* @end */
/* @feature time */
let clock = NOT_STARTED;
const time = h("dd", { id: "time" });

function showTime() {
  time.dataset.running = String(clock.start !== null && clock.end === null);
  time.textContent = countdownText(Math.floor(timeOf(clock, Date.now()) / 1000) * 1000);
}
/* @end */

function turn(at) {
  clearTimeout(hiding);
  const next = turnUp(game, at);
  if (next === game) return;
  const moved = next.moves > game.moves;
  const pair = next.found.length > game.found.length;
  game = next;
  /* @feature time */
  clock = started(clock, Date.now());
  if (isOver(game)) clock = stopped(clock, Date.now());
  /* @end */
  /* @feature two_players */
  if (moved) players = afterMove(players, pair);
  /* @end */
  render();
  const name = NAMES[game.cards[at]];
  if (!moved) speak(name);
  else if (pair) speak(`${fill("{{say_pair}}", name)} ${fill("{{say_found}}", game.found.length, game.cards.length / 2)}`);
  else {
    speak(fill("{{say_no_pair}}", name));
    hiding = setTimeout(hide, LOOK_MS);
  }
  if (isOver(game)) finish();
}

function hide() {
  game = turnDown(game);
  render();
}

function finish() {
  /* @feature best_score */
  best().offer(game.moves);
  /* @end */
  render();
  announce(line.textContent);
}

function restart() {
  clearTimeout(hiding);
  game = newGame(gameSeed(location.search));
  /* @feature levels */
  game = newGame(gameSeed(location.search), LEVELS[level.value].pairs);
  columns = LEVELS[level.value].columns;
  /* @end */
  /* @feature two_players */
  players = NO_PAIRS;
  /* @end */
  /* @feature time */
  clock = NOT_STARTED;
  /* @end */
  deal();
  render();
}

function deal() {
  cards = game.cards.map((_, at) =>
    h("button", { type: "button", class: "card-button", onclick: () => turn(at), onkeydown: (event) => walk(event, at) }),
  );
  board.style.setProperty("--columns", String(columns));
  board.dataset.columns = String(columns);
  board.replaceChildren(...cards);
}

function outcome() {
  if (!isOver(game)) return game.moves === 0 ? "{{say_begin}}" : "{{say_lead}}";
  let text = fill("{{say_done}}", game.moves);
  /* @feature two_players */
  const winner = winnerOf(players.pairs);
  text = `${text}. ${winner === null ? "{{say_draw}}" : fill("{{say_wins}}", winner)}`;
  /* @end */
  return text;
}

function render() {
  cards.forEach((card, at) => {
    const up = isUp(game, at);
    if (card.dataset.up === String(up) && card.dataset.found === String(isFound(game, at))) return;
    card.dataset.up = String(up);
    card.dataset.found = String(isFound(game, at));
    card.setAttribute("aria-label", `{{say_card}} ${at + 1}: ${up ? NAMES[game.cards[at]] : "{{say_face_down}}"}`);
    card.replaceChildren(...(up ? [icon(SYMBOLS[game.cards[at]])] : []));
  });
  moves.textContent = String(game.moves);
  found.textContent = `${game.found.length}/${game.cards.length / 2}`;
  line.textContent = outcome();
  /* @feature best_score */
  bestShown.textContent = best().get() === null ? "{{say_none}}" : String(best().get());
  /* @end */
  /* @feature two_players */
  const counts = players.pairs.map((pairs, at) => `${fill("{{say_player}}", at + 1)}: ${pairs}`);
  playersShown.textContent = `${counts.join(", ")}. ${fill("{{say_next}}", players.turn + 1)}`;
  playersShown.hidden = isOver(game);
  /* @end */
  /* @feature time */
  showTime();
  /* @end */
}

/** Arrow keys go from card to card. */
function walk(event, at) {
  const steps = { ArrowUp: -columns, ArrowDown: columns, ArrowLeft: -1, ArrowRight: 1 };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  cards[at + step]?.focus();
}

document.getElementById("tool").append(
  h(
    "dl",
    { class: "stats" },
    h("div", { class: "stat" }, h("dt", {}, "{{say_moves}}"), moves),
    h("div", { class: "stat" }, h("dt", {}, "{{say_pairs}}"), found),
    /* @feature time */
    h("div", { class: "stat" }, h("dt", {}, "{{say_time}}"), time),
    /* @end */
    /* @feature best_score */
    h("div", { class: "stat" }, h("dt", {}, "{{say_fewest}}"), bestShown),
    /* @end */
  ),
  h(
    "section",
    { class: "panel play", "aria-label": "{{say_game}}" },
    line,
    /* @feature two_players */
    playersShown,
    /* @end */
    board,
    h(
      "div",
      { class: "row center" },
      h("button", { type: "button", class: "button", onclick: restart, ...KEEPS_FOCUS }, "{{say_new_game}}"),
      /* @feature levels */
      h("label", { class: "sr-only", htmlFor: "level" }, "{{say_level}}"),
      h("div", {}, level),
      /* @end */
    ),
  ),
  h("p", { class: "hint keys-only" }, "{{say_hint}}"),
);
onKeys((key) => {
  if (key.toLowerCase() !== "n") return false;
  restart();
  return true;
});
/* @feature time */
setInterval(showTime, 250);
/* @end */
/* @feature dark_mode */
setUpTheme(document.getElementById("theme"));
/* @end */
restart();
