import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Values } from "#local/brain/blueprint.ts";
import { DARK_MODE } from "#local/brain/blueprints/common-features.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { button, choose, click, press, reload, see } from "#local/brain/blueprints/steps.ts";
import { GAME_WORDS } from "#local/brain/blueprints/tools/game-words.ts";
import { defineTool, type ToolPromise } from "#local/brain/blueprints/tools/tool.ts";
import { TEXTS } from "./texts.ts";

const turn = (text: string) => see(text, { css: "#turn" });
const xWins: AcceptanceStep[] = [..."14253"].map((key) => press(key));

/** Tic-tac-toe for two, or against the computer. */
export const TIC_TAC_TOE = defineTool({
  kind: "tic-tac-toe",
  title: "Tic-Tac-Toe",
  spoken: "a tic-tac-toe game",
  hue: 290,
  names: {
    en: `tic-tac-toe, tic-tac-toe game, tic tac toe board, tictactoe, tictactoe game, noughts and crosses,
      naughts and crosses, x and o game`,
    de: "Tic-Tac-Toe Spiel, Drei gewinnt",
    fr: "morpion, jeu de morpion",
    es: "tres en raya, juego de tres en raya, tres en línea, gato",
  },
  inherent: `${GAME_WORDS}, two player, board, grid, x, o, turn, win, winner, draw, cell, three in row, line,
    winning line, highlight`,
  texts: TEXTS,
  summary: "A tic-tac-toe game that runs in the browser, by touch, mouse or keyboard.",
  features: [
    {
      id: "computer",
      title: "Computer as opponent",
      spoken: "the computer as opponent",
      synonyms: phrases(`computer, computer opponent, against computer, ai, ai opponent, bot, single player,
        opponent, difficulty, difficulty level, level, easy and hard, unbeatable ai, unbeatable`),
      default: true,
    },
    {
      id: "score",
      title: "Score",
      spoken: "a score",
      synonyms: phrases(
        "score, scoreboard, score board, keep score, win counter, persistence, save, statistics",
      ),
      default: true,
    },
    DARK_MODE,
    {
      id: "undo",
      title: "Undo",
      spoken: "undo",
      synonyms: phrases("undo, undo button, take back, take back move"),
      default: false,
      ask: "Should moves be undoable?",
    },
    {
      id: "starter",
      title: "Choice of who starts",
      spoken: "a choice of who starts",
      synonyms: phrases("choose who start, who start, first move, choice of who start, first player"),
      default: false,
    },
  ],
  parts: ["computer", "score"],
  shared: ["random"],
  modules: { "public/lib/random.js": "computer", "test/random.test.js": "computer" },
  promises: (value, has) => {
    const two = has("computer") ? [choose(value("say_against"), "none")] : [];
    return [...gamePromises(value, two), ...featurePromises(value, two)];
  },
});

const turnOf = (value: Values, mark: string) => turn(value("say_turn").replace("%", mark));

function gamePromises(value: Values, two: readonly AcceptanceStep[]): ToolPromise[] {
  const cell = (place: string) => click(button(`${value(place)}: ${value("say_empty")}`));
  return [
    {
      name: "Three in a row win",
      steps: [
        ...two,
        ...xWins,
        turn(value("say_wins").replace("%", "X")),
        click(button(value("say_new_game"))),
        turnOf(value, "X"),
      ],
    },
    {
      name: "Cells are marked by touch or mouse, in turn",
      steps: [...two, cell("say_center"), cell("say_top_left"), turnOf(value, "X")],
    },
  ];
}

function featurePromises(value: Values, two: readonly AcceptanceStep[]): ToolPromise[] {
  return [
    {
      feature: "computer",
      name: "The computer answers a move",
      steps: [
        choose(value("say_against"), "hard"),
        press("5"),
        see("O", { css: "[data-mark='O']" }),
        turnOf(value, "X"),
      ],
    },
    {
      feature: "score",
      name: "The score is still there after a reload",
      steps: [...two, ...xWins, see("1", { css: "#score-X" }), reload, see("1", { css: "#score-X" })],
    },
    {
      feature: "undo",
      name: "A move can be taken back",
      steps: [...two, press("1"), turnOf(value, "O"), click(button(value("say_undo"))), turnOf(value, "X")],
    },
    {
      feature: "starter",
      name: "O can have the first move",
      steps: [
        ...two,
        choose(value("say_first"), "O"),
        turnOf(value, "O"),
        press("1"),
        see("O", { css: "[data-mark='O']" }),
      ],
    },
  ];
}
