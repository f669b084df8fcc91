import type { Values } from "#local/brain/blueprint.ts";
import { DARK_MODE, PERSISTENCE } from "#local/brain/blueprints/common-features.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { attribute, button, choose, click, open, press, reload, see } from "#local/brain/blueprints/steps.ts";
import { BEST_SCORE, BEST_SCORE_MODULES } from "#local/brain/blueprints/tools/best-score.ts";
import { GAME_WORDS } from "#local/brain/blueprints/tools/game-words.ts";
import { defineTool, type ToolPromise } from "#local/brain/blueprints/tools/tool.ts";
import { SIZE } from "./size.ts";
import { TEXTS } from "./texts.ts";

/** Two pushes along each axis move something, whatever the board. */
const pushes = ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"].map((key) => press(key));

/** The puzzle with tiles that double. */
export const GAME_2048 = defineTool({
  kind: "game-2048",
  title: "2048",
  spoken: "a 2048 game",
  hue: 60,
  names: {
    en: "2048, 2048 game, 2048 puzzle, 2048 clone, 2048 puzzle game",
    de: "2048 Spiel",
    fr: "jeu 2048, jeu de 2048",
    es: "juego 2048, juego de 2048",
  },
  inherent: `${GAME_WORDS}, puzzle, tile, board, grid, merge, join, slide, number, score, arrow key, arrow, swipe,
    swiping, wasd, game over, win, animation`,
  texts: TEXTS,
  summary: "A 2048 game that runs in the browser, by keyboard, touch buttons or swipes.",
  features: [
    BEST_SCORE,
    PERSISTENCE,
    {
      id: "undo",
      title: "Undo",
      spoken: "undo",
      synonyms: phrases("undo, undo button, take back, undo move"),
      default: true,
    },
    DARK_MODE,
    {
      id: "sizes",
      title: "Larger board",
      spoken: "a larger board",
      synonyms: phrases("board size, larger board, bigger board, grid size, different size, size"),
      default: false,
      ask: "Should there be a larger board, too?",
    },
  ],
  parts: ["undo"],
  shared: ["random", "arrows", "best"],
  modules: BEST_SCORE_MODULES,
  settings: [SIZE],
  promises: promisesIn,
});

const best = (points: string) => see(points, { css: "#best" });

function promisesIn(value: Values): ToolPromise[] {
  // The words around the number of points.
  const scored = see(value("say_score_now").split("%").join("").replace(/[.:]/g, "").trim(), {
    css: "#spoken",
  });
  return [
    {
      name: "The page shows the board in its size",
      steps: [attribute("#board", "data-size", value("size"))],
    },
    {
      name: "Pushes by keyboard change the board",
      steps: [see(value("say_goal")), ...pushes, scored],
    },
    {
      name: "Pushes by touch buttons change the board, and a new game starts at 0",
      steps: [
        click(button(value("say_move_left"))),
        click(button(value("say_move_up"))),
        click(button(value("say_move_right"))),
        scored,
        click(button(value("say_new_game"))),
        see("0", { css: "#score" }),
      ],
    },
    {
      feature: "best_score",
      name: "The best score outlasts a reload and a worse game",
      steps: [
        open("/?game=9"),
        best("0"),
        ...pushes,
        best("8"),
        click(button(value("say_new_game"))),
        see("0", { css: "#score" }),
        ...pushes.slice(0, 2),
        see("4", { css: "#score" }),
        best("8"),
        reload,
        best("8"),
      ],
    },
    {
      feature: "persistence",
      name: "The game is still there after a reload",
      steps: [...pushes, reload, ...pushes, scored],
    },
    {
      feature: "undo",
      name: "A push can be undone",
      steps: [...pushes, click(button(value("say_undo"))), see(value("say_undone"), { css: "#spoken" })],
    },
    {
      feature: "sizes",
      name: "A larger board can be chosen",
      steps: [
        choose(value("say_size"), value("size") === "5" ? "4" : "5"),
        see("0", { css: "#score" }),
        ...pushes,
        scored,
      ],
    },
  ];
}
