import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Values } from "#local/brain/blueprint.ts";
import { DARK_MODE, PERSISTENCE } from "#local/brain/blueprints/common-features.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { button, click, fill, press, reload, see } from "#local/brain/blueprints/steps.ts";
import { defineTool, type ToolPromise } from "#local/brain/blueprints/tools/tool.ts";
import { countAfter, SETTINGS } from "./settings.ts";
import { TEXTS } from "./texts.ts";

const number = (text: string) => see(text, { css: ".number" });

/** Counts presses. */
export const COUNTER = defineTool({
  kind: "counter",
  title: "Counter",
  spoken: "a counter",
  hue: 165,
  names: {
    en: `counter, counter app, tally counter, tally, tally app, click counter, clicker, hand counter,
      people counter, row counter, tap counter, counting app, several counter, multiple counter, many counter`,
    de: "Zähler, mehrere Zähler, mehreren Zählern, Strichliste, Klickzähler, Zähluhr",
    fr: "compteur, compteur de clics",
    es: "contador, contador de clics",
  },
  purposes: "count people, count row, count lap, count rep, count thing, count anything, counting thing",
  inherent: `count, counting, count up, count down, plus, minus, increment, decrement, increase, decrease, reset,
    reset button, number, big number, big button, name, rename, click, tap, press, negative number`,
  texts: TEXTS,
  summary: "A counter that runs in the browser: large keys that count up and down.",
  features: [
    PERSISTENCE,
    DARK_MODE,
    {
      id: "undo",
      title: "Undo",
      spoken: "undo",
      synonyms: phrases("undo, undo button, take back, revert"),
      default: true,
    },
    {
      id: "step",
      title: "Step size",
      spoken: "a step size",
      synonyms: phrases("step, step size, custom step, custom increment, increment by, Schrittweite"),
      default: true,
    },
    {
      id: "several",
      title: "Several counters",
      synonyms: phrases(`several counter, multiple counter, many counter, more counter, different counter,
        list of counter, add counter, total, mehrere Zähler, mehreren Zählern, plusieurs compteurs,
        varios contadores`),
      default: false,
      ask: "Do you need several counters?",
    },
    {
      id: "goal",
      title: "Goal",
      spoken: "a goal",
      synonyms: phrases("goal, target, limit, progress, progress bar, Ziel, objectif, objetivo, meta"),
      default: false,
      ask: "Should it count towards a goal?",
    },
  ],
  parts: ["undo", "step", "several", "goal"],
  settings: SETTINGS,
  promises: promisesIn,
});

function promisesIn(value: Values): ToolPromise[] {
  const named = (id: string, name = "") => button(value(id).replace("%", name).trim());
  const up = click(named("say_up"));
  const second = value("say_counter").replace("%", "2");
  const after = (...presses: number[]) => countAfter(value, presses);
  const shown = (...presses: number[]) => number(String(after(...presses)));
  const fives = (...presses: number[]) => countAfter((id) => (id === "step_size" ? "5" : value(id)), presses);
  return [
    {
      name: "Keys and keyboard count up and down",
      steps: [
        shown(),
        up,
        up,
        press("ArrowUp"),
        shown(1, 1, 1),
        click(named("say_down")),
        shown(1, 1, 1, -1),
      ],
    },
    {
      name: "A counter can be named and reset",
      steps: [fill(value("say_name"), "Laps"), up, shown(1), click(named("say_resets", "Laps")), shown()],
    },
    {
      feature: "persistence",
      name: "The count is still there after a reload",
      steps: [up, up, reload, shown(1, 1)],
    },
    {
      feature: "undo",
      name: "A count can be undone",
      steps: [up, up, click(named("say_undo")), shown(1)],
    },
    {
      feature: "step",
      name: "A step of five counts five",
      steps: [fill(value("say_step"), "5"), up, number(String(fives(1)))],
    },
    {
      feature: "several",
      name: "A second counter counts for itself",
      steps: [
        up,
        click(named("say_add")),
        click(named("say_up", second)),
        click(named("say_up", second)),
        see(value("say_total").replace("%", String(after(1) + after(1, 1)))),
      ],
    },
    ...goalPromises(value, up),
  ];
}

/** Two presses reach the goal, unless they have to stop before. */
function goalPromises(value: Values, up: AcceptanceStep): ToolPromise[] {
  const [first, second] = [countAfter(value, [1]), countAfter(value, [1, 1])];
  if (second < 1 || second <= first) return [];
  return [
    {
      feature: "goal",
      name: "The way to the goal is shown",
      steps: [
        fill(value("say_goal"), String(second)),
        up,
        see(value("say_to_go").replace("%", String(second - first))),
        up,
        see(value("say_reached")),
      ],
    },
  ];
}
