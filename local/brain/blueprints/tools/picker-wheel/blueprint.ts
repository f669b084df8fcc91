import type { BlueprintFeature, Values } from "#local/brain/blueprint.ts";
import { DARK_MODE, PERSISTENCE } from "#local/brain/blueprints/common-features.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { button, click, fill, press, reload, see } from "#local/brain/blueprints/steps.ts";
import { defineTool, type ToolPromise } from "#local/brain/blueprints/tools/tool.ts";
import { entriesSetting } from "./entries.ts";
import { TEXTS } from "./texts.ts";

const INHERENT = `spin, spinning, wheel, entry, name, option, choice, pick, random, random name, winner, result, pointer,
    slice, segment, colour, colorful, colourful, animation, editable, edit, list, enter name, own entry,
    custom entry, student, participant, prize, lunch`;

const FEATURES: readonly BlueprintFeature[] = [
  {
    id: "remove",
    title: "Removing what was picked",
    synonyms: phrases(`remove winner, remove picked, remove entry, removing winner, elimination, eliminate,
        remove name, without repetition, no repeat, entfernen, retirer, quitar`),
    default: true,
  },
  PERSISTENCE,
  DARK_MODE,
  {
    id: "results",
    title: "List of results",
    spoken: "a list of results",
    synonyms: phrases(
      `list of result, result list, history, past result, tally, result history, statistics, verlauf, ergebnisliste,
        historique, liste des résultats, historial, lista de resultados`,
    ),
    default: false,
    ask: "Should past results be listed?",
  },
  {
    id: "shuffle",
    title: "Shuffling the entries",
    synonyms:
      phrases(`shuffle, shuffle entry, shuffle button, shuffling, mix entry, mischen, mischfunktion, durchmischen,
        gemischt, mélange, mélanger, mezcla, mezclar, barajar`),
    default: false,
  },
];

/** Picks one of some entries by a wheel that turns. */
export const PICKER_WHEEL = defineTool({
  kind: "picker-wheel",
  title: "Picker Wheel",
  spoken: "a picker wheel",
  hue: 330,
  names: {
    en: `picker wheel, wheel picker, wheel of name, wheel of fortune, spin wheel, spinning wheel, spinner wheel,
      spin wheel app, wheel spinner, fortune wheel, prize wheel, decision wheel, random name picker,
      random name wheel, name picker, name wheel, random picker, random wheel, decision maker`,
    de: "Glücksrad, Zufallsrad, Namensrad, Losrad",
    fr: "roue de la fortune, roue de fortune, roue des prénoms, roue aléatoire, roue de tirage",
    es: "ruleta, ruleta de nombres, ruleta aleatoria, rueda de la fortuna, rueda de fortuna",
  },
  purposes:
    "pick random name, pick winner, draw name, choose random name, pick random student, picking random name",
  inherent: INHERENT,
  texts: TEXTS,
  summary: "A picker wheel that runs in the browser: enter names or options, spin, and one is picked.",
  features: FEATURES,
  parts: ["remove", "results"],
  shared: ["random"],
  settings: [entriesSetting([...phrases(INHERENT), ...FEATURES.flatMap(({ synonyms }) => synonyms)])],
  promises: promisesIn,
});

const WHEEL = { css: ".wheel" };

function promisesIn(value: Values): ToolPromise[] {
  const lines = value("say_lines");
  const same = fill(lines, "Tea\nTea");
  const spin = click(button(value("say_spin")));
  const picked = (name = "") => see(value("say_picked").replace("%", name).trim());
  const counted = (count: string) => see(value("say_count").replace("%", count).replace("#", "60"));
  const entries = value("entries").split("\n");
  const all = counted(String(entries.length));
  return [
    {
      name: "The page shows the wheel with its entries",
      steps: [all, ...entries.slice(0, 12).map((entry) => see([...entry].slice(0, 15).join(""), WHEEL))],
    },
    { name: "The wheel picks one of the entries", steps: [same, spin, picked("Tea")] },
    { name: "The space bar spins the wheel", steps: [all, press("Space"), picked()] },
    {
      feature: "remove",
      name: "What was picked can be removed and put back",
      steps: [
        same,
        spin,
        click(button(value("say_remove"))),
        see(value("say_removed").replace("%", "Tea")),
        see(value("say_few")),
        click(button(value("say_return").replace("%", "Tea"))),
        counted("2"),
      ],
    },
    {
      feature: "persistence",
      name: "The entries are still there after a reload",
      steps: [fill(lines, "A\nB\nC"), reload, counted("3")],
    },
    { feature: "results", name: "Results are counted", steps: [same, spin, see("1 ×")] },
    {
      feature: "shuffle",
      name: "Shuffling keeps all entries",
      steps: [click(button(value("say_shuffle"))), all, spin, picked()],
    },
  ];
}
