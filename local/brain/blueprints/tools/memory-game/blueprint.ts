import type { Values } from "#local/brain/blueprint.ts";
import { DARK_MODE } from "#local/brain/blueprints/common-features.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { attribute, button, choose, click, open, press, reload, see } from "#local/brain/blueprints/steps.ts";
import { BEST_SCORE, BEST_SCORE_MODULES } from "#local/brain/blueprints/tools/best-score.ts";
import { GAME_WORDS } from "#local/brain/blueprints/tools/game-words.ts";
import { defineTool, type ToolPromise } from "#local/brain/blueprints/tools/tool.ts";
import { TEXTS } from "./texts.ts";

const moves = (count: string) => see(count, { css: "#moves" });
/** The cards of game 7, pair by pair. */
const PAIRS_OF_GAME_7 = [1, 15, 2, 11, 3, 6, 4, 14, 5, 13, 7, 10, 8, 16, 9, 12];
/** Two cards of game 7 that are no pair, and not the two that are turned up next. */
const MISSED_IN_GAME_7 = [9, 16];

/** The game of pairs. */
export const MEMORY = defineTool({
  kind: "memory-game",
  title: "Memory",
  spoken: "a memory game",
  hue: 190,
  names: {
    en: `memory game, memory card game, memory, memory match game, matching game, card matching game, matching pair,
      pair game, concentration game, memory matching game, matching card game`,
    de: "Memory, Memory Spiel, Memoryspiel, Gedächtnisspiel, Paare finden",
    fr: "jeu de mémoire, jeu de memory, jeu du memory, memory, jeu de paires, jeu des paires",
    es: "juego de memoria, memorama, juego de parejas",
  },
  inherent: `${GAME_WORDS}, card, pair, match, matching, find pair, flip, flip card, turn, symbol, picture, icon,
    shuffled card, shuffle, move, move counter, moves counter, grid, board, animation, win`,
  texts: TEXTS,
  summary: "A memory game that runs in the browser: turn up two cards at a time and find all pairs.",
  features: [
    BEST_SCORE,
    {
      id: "levels",
      title: "Levels",
      synonyms: phrases("level, difficulty, difficulty level, board size, grid size, easy and hard, size"),
      default: true,
    },
    {
      id: "time",
      title: "Time",
      spoken: "the time taken",
      synonyms: phrases("timer, time taken, clock, stopwatch, elapsed time, time measurement"),
      default: true,
    },
    DARK_MODE,
    {
      id: "two_players",
      title: "Two players",
      synonyms: phrases(
        "two player, two player mode, 2 player, second player, player, turn, take turn, against friend, zwei Spielern, zu zweit",
      ),
      default: false,
      ask: "Should two people be able to play?",
    },
  ],
  parts: ["levels", "time", "two_players"],
  shared: ["random", "best", "duration"],
  modules: {
    ...BEST_SCORE_MODULES,
    "public/lib/duration.js": "time",
    "test/duration.test.js": "time",
  },
  promises: promisesIn,
});

function promisesIn(value: Values): ToolPromise[] {
  const card = (number: number) => click(button(`${value("say_card")} ${number}:`));
  const twoCards = [card(1), card(2)];
  const found = (pairs: number) => see(`0/${pairs}`, { css: "#found" });
  return [
    {
      name: "Two cards are turned up, and that is one move",
      steps: [see(value("say_lead")), moves("0"), ...twoCards, moves("1"), card(3), card(4), moves("2")],
    },
    {
      name: "A new game starts without moves",
      steps: [...twoCards, moves("1"), press("n"), moves("0"), found(8)],
    },
    {
      feature: "best_score",
      name: "The fewest moves outlast a reload and a worse game",
      steps: [
        open("/?game=7"),
        see(value("say_none"), { css: "#best" }),
        ...PAIRS_OF_GAME_7.map(card),
        see("8", { css: "#best" }),
        reload,
        see("8", { css: "#best" }),
        ...MISSED_IN_GAME_7.map(card),
        ...PAIRS_OF_GAME_7.map(card),
        moves("9"),
        see("8", { css: "#best" }),
      ],
    },
    {
      feature: "levels",
      name: "A level with more pairs can be chosen",
      steps: [choose(value("say_level"), "hard"), found(18), card(36), card(1), moves("1")],
    },
    {
      feature: "time",
      name: "The time runs from the first move",
      steps: [see("00:00", { css: "#time" }), ...twoCards, attribute("#time", "data-running", "true")],
    },
    {
      feature: "two_players",
      name: "Two people play in turn",
      steps: [
        see(value("say_next").replace("%", "1")),
        ...twoCards,
        see(`${value("say_player").replace("%", "1")}:`, { css: "#players" }),
        moves("1"),
      ],
    },
  ];
}
