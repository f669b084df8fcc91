import { h } from "./lib/dom.js";
import { KEEPS_FOCUS, onKeys } from "./lib/keys.js";
import { speak } from "./lib/speak.js";
import { isOver, newGame, play, takeBack, turnOf, winnerOf, winningLine } from "./model/game.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature computer */
import { newSeed } from "./lib/random.js";
import { chooseMove } from "./features/computer.js";
/* @end */
/* @feature score */
import { createStore } from "./lib/store.js";
import { NO_SCORE, parseScore, scored } from "./features/score.js";
/* @end */

const NAMES = [
  "{{say_top_left}}",
  "{{say_top}}",
  "{{say_top_right}}",
  "{{say_left}}",
  "{{say_center}}",
  "{{say_right}}",
  "{{say_bottom_left}}",
  "{{say_bottom}}",
  "{{say_bottom_right}}",
];
let game = newGame();
const cells = NAMES.map((_, at) =>
  h("button", { type: "button", class: "cell", onclick: () => move(at), onkeydown: (event) => walk(event, at) }),
);
const line = h("p", { class: "turn", id: "turn" });
/* @feature computer */
const opponent = h(
  "select",
  { class: "input", id: "opponent", onchange: restart },
  [
    ["easy", "{{say_easy}}"],
    ["medium", "{{say_medium}}"],
    ["hard", "{{say_hard}}"],
    ["none", "{{say_friend}}"],
  ].map(([value, text]) => h("option", { value, selected: value === "medium" }, text)),
);
/* @end */
/* @feature starter */
const starter = h(
  "select",
  { class: "input", id: "starter", onchange: restart },
  ["X", "O"].map((mark) => h("option", { value: mark }, mark)),
);
/* @end */
/* @feature score */
const score = createStore({
  key: "{{project_name}}.score",
  version: 1,
  parse: parseScore,
  empty: () => NO_SCORE,
  storage: () => localStorage,
});
const shownScore = Object.keys(NO_SCORE).map((name) => ({ name, node: h("dd", { id: `score-${name}` }) }));

function renderScore() {
  for (const { name, node } of shownScore) node.textContent = String(score.get()[name]);
}
/* @end */
/* @feature undo */
const undoButton = h("button", { type: "button", class: "button quiet", onclick: undo, ...KEEPS_FOCUS }, "{{say_undo}}");

function undo() {
  game = beforeMove();
  render();
}

/** The game before the last move; against the computer, before the person's own last one. */
function beforeMove() {
  const earlier = takeBack(game);
  return turnIsComputers(earlier) ? takeBack(earlier) : earlier;
}
/* @end */

function turnIsComputers(of) {
  /* @feature computer */
  if (opponent.value !== "none") return turnOf(of) === "O";
  /* @end */
  return false;
}

function move(at) {
  if (turnIsComputers(game)) return;
  set(play(game, at));
  answer();
}

/** Lets the computer move when it is its turn. */
function answer() {
  if (isOver(game.board) || !turnIsComputers(game)) return;
  /* @feature computer */
  set(play(game, chooseMove(game.board, "O", opponent.value, newSeed())));
  /* @end */
}

function set(next) {
  if (next === game) return;
  game = next;
  /* @feature score */
  if (isOver(game.board)) score.set(scored(score.get(), winnerOf(game.board)));
  /* @end */
  render();
  speak(`${NAMES[game.moves.at(-1)]}: ${game.board[game.moves.at(-1)]}. ${line.textContent}`);
}

function restart() {
  let first = "X";
  /* @feature starter */
  first = starter.value;
  /* @end */
  game = newGame(first);
  render();
  answer();
}

function outcome() {
  const winner = winnerOf(game.board);
  if (winner) return "{{say_wins}}".replace("%", winner);
  return isOver(game.board) ? "{{say_draw}}" : "{{say_turn}}".replace("%", turnOf(game));
}

function render() {
  const won = winningLine(game.board) ?? [];
  cells.forEach((cell, at) => {
    const mark = game.board[at];
    cell.textContent = mark ?? "";
    cell.setAttribute("aria-label", `${NAMES[at]}: ${mark ?? "{{say_empty}}"}`);
    cell.dataset.mark = mark ?? "";
    cell.classList.toggle("won", won.includes(at));
  });
  line.textContent = outcome();
  /* @feature undo */
  // The computer's opening move is not the person's to take back.
  undoButton.disabled = game.moves.length === 0 || isOver(game.board) || turnIsComputers(beforeMove());
  /* @end */
}

/** Arrow keys go from cell to cell. */
function walk(event, at) {
  const [row, column] = [Math.floor(at / 3), at % 3];
  const targets = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
  };
  const target = targets[event.key];
  if (!target) return;
  event.preventDefault();
  if (target.every((index) => index >= 0 && index < 3)) cells[3 * target[0] + target[1]].focus();
}

document.getElementById("tool").append(
  h(
    "section",
    { class: "panel play", "aria-label": "{{say_game}}" },
    h(
      "div",
      { class: "choices" },
      /* @feature computer */
      h("div", { class: "field" }, h("label", { htmlFor: "opponent" }, "{{say_against}}"), opponent),
      /* @end */
      /* @feature starter */
      h("div", { class: "field" }, h("label", { htmlFor: "starter" }, "{{say_first}}"), starter),
      /* @end */
    ),
    line,
    h("div", { class: "board", role: "group", "aria-label": "{{say_board}}" }, cells),
    h(
      "div",
      { class: "row center" },
      h("button", { type: "button", class: "button", onclick: restart, ...KEEPS_FOCUS }, "{{say_new_game}}"),
      /* @feature undo */
      undoButton,
      /* @end */
    ),
    /* @feature score */
    h(
      "dl",
      { class: "stats score" },
      shownScore.map(({ name, node }) => h("div", { class: "stat" }, h("dt", {}, name === "draws" ? "{{say_draws}}" : name), node)),
    ),
    h(
      "button",
      { type: "button", class: "button quiet small", onclick: () => score.set(NO_SCORE) },
      "{{say_reset_score}}",
    ),
    /* @end */
  ),
  h("p", { class: "hint keys-only" }, "{{say_hint}}"),
);
onKeys((key) => {
  if (/^[1-9]$/.test(key)) move(Number(key) - 1);
  else if (key.toLowerCase() === "n") restart();
  /* @feature undo */
  else if (key.toLowerCase() === "u") undoButton.click();
  /* @end */
  else return false;
  return true;
});
/* @feature score */
score.subscribe(renderScore);
renderScore();
/* @end */
/* @feature dark_mode */
setUpTheme(document.getElementById("theme"));
/* @end */
restart();
