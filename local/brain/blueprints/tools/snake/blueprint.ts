import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Values } from "#local/brain/blueprint.ts";
import { DARK_MODE } from "#local/brain/blueprints/common-features.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { attribute, button, choose, click, open, press, reload, see } from "#local/brain/blueprints/steps.ts";
import { BEST_SCORE, BEST_SCORE_MODULES } from "#local/brain/blueprints/tools/best-score.ts";
import { GAME_WORDS } from "#local/brain/blueprints/tools/game-words.ts";
import { defineTool, type ToolPromise } from "#local/brain/blueprints/tools/tool.ts";
import { TEXTS } from "./texts.ts";

/** The snake that grows. */
export const SNAKE = defineTool({
  kind: "snake",
  title: "Snake",
  spoken: "a snake game",
  hue: 145,
  names: {
    en: "snake game, snake, snake clone, nokia snake, nokia snake game, old nokia snake game, classic snake game, retro snake game, classic snake, retro snake",
    de: "Snake Spiel, Schlangenspiel",
    fr: "jeu du serpent, jeu de serpent, jeu snake",
    es: "juego de la serpiente, juego de serpiente, juego snake",
  },
  inherent: `${GAME_WORDS}, retro, snake, food, apple, eat, grow, wall, tail, grid, canvas, score, arrow key, arrow,
    swipe, wasd, pause, pause button, game over, steer`,
  texts: TEXTS,
  summary: "A snake game that runs in the browser, by keyboard, touch buttons or swipes.",
  features: [
    BEST_SCORE,
    {
      id: "speeds",
      title: "Speeds",
      synonyms: phrases(
        "speed, speed level, level, difficulty, difficulty level, slow and fast, speed setting",
      ),
      default: true,
    },
    DARK_MODE,
    {
      id: "through",
      title: "Open walls",
      synonyms: phrases(
        "open wall, wrap, wrap around, wraparound, through wall, pass through wall, no wall, without wall",
      ),
      default: false,
      ask: "Should the snake be able to pass through walls?",
    },
    {
      id: "sound",
      title: "Sound",
      synonyms: phrases("sound, sound effect, audio, beep, noise"),
      default: false,
    },
  ],
  parts: ["speeds", "sound"],
  shared: ["random", "arrows", "best"],
  modules: BEST_SCORE_MODULES,
  promises: (value) => promisesIn(value),
});

/** In this game two pieces of food lie between the snake and the wall before it, and none above it. */
const FOOD_AHEAD = open("/?game=351");
/** In this game food lies behind the snake, in its row. */
const FOOD_BEHIND = open("/?game=152");

function promisesIn(value: Values): ToolPromise[] {
  // The words before the number of points.
  const over = see(value("say_over").split("%")[0] ?? "");
  const score = (points: string) => see(points, { css: "#score" });
  const best = (points: string) => see(points, { css: "#best" });
  return [
    {
      name: "An arrow key starts the game, and a wall ends it",
      steps: [see(value("say_ready")), press("ArrowUp"), over, see(value("say_again"))],
    },
    {
      name: "The game can be paused and steered by touch buttons",
      steps: [
        click(button(value("say_move_down"))),
        click(button(value("say_pause"))),
        see(value("say_start")),
      ],
    },
    {
      feature: "best_score",
      name: "The best score outlasts a reload and a worse game",
      steps: [
        FOOD_AHEAD,
        best("0"),
        press("ArrowRight"),
        over,
        best("2"),
        reload,
        best("2"),
        press("ArrowUp"),
        over,
        score("0"),
        best("2"),
      ],
    },
    speedPromise(value, over),
    {
      feature: "through",
      name: "The snake gets through an open wall to the food behind it",
      steps: [
        FOOD_BEHIND,
        { do: "check", target: { label: value("say_through") } },
        press("ArrowRight"),
        score("1"),
      ],
    },
    {
      feature: "sound",
      name: "Sound can be switched off",
      steps: [
        { do: "check", target: { label: value("say_sound") }, checked: false },
        press("ArrowUp"),
        over,
        attribute("#sound", "type", "checkbox"),
      ],
    },
  ];
}

function speedPromise(value: Values, over: AcceptanceStep): ToolPromise {
  // The milliseconds between two steps, which the running clock was started with.
  const pace = (ms: string) => attribute("canvas", "data-pace", ms);
  return {
    feature: "speeds",
    name: "The chosen speed sets the pace of the snake",
    steps: [
      choose(value("say_speed"), "slow"),
      press("ArrowUp"),
      pace("190"),
      reload,
      choose(value("say_speed"), "fast"),
      press("ArrowUp"),
      pace("85"),
      over,
    ],
  };
}
