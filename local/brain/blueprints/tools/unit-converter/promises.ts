import type { Values } from "#local/brain/blueprint.ts";
import { button, choose, click, fill, notSee, reload, see } from "#local/brain/blueprints/steps.ts";
import type { ToolPromise } from "#local/brain/blueprints/tools/tool.ts";
import { written } from "#local/brain/blueprints/tools/written.ts";
import { statedSymbols } from "./units.ts";

/** What the converter promises, in the language of its page. */
export function promisesIn(value: Values): ToolPromise[] {
  return [...opening(value), ...conversions(value), ...featurePromises(value)];
}

const category = (value: Values, id: string) => choose(value("say_category"), id);
const enter = (value: Values, text: string) => fill(value("say_value"), text);

/** The stated units, before anything is chosen. */
function opening(value: Values): ToolPromise[] {
  const [from, to] = statedSymbols(value);
  if (from === undefined || to === undefined) return [];
  return [
    {
      name: "It opens with the stated units",
      steps: [see(`1 ${from} =`, { css: "#result" }), see(` ${to}`, { css: "#result strong" })],
    },
  ];
}

function conversions(value: Values): ToolPromise[] {
  return [
    {
      name: "Units are converted exactly while typing",
      steps: [
        category(value, "length"),
        choose(value("say_from"), "in"),
        choose(value("say_to"), "cm"),
        enter(value, "10"),
        see(`10 in = ${written(value, 25.4)} cm`),
      ],
    },
    {
      name: "Temperatures are converted, and the units can be swapped",
      steps: [
        category(value, "temperature"),
        enter(value, "100"),
        see("100 °C = 212 °F"),
        click(button(value("say_swap"))),
        enter(value, "-40"),
        see("−40 °F = −40 °C"),
      ],
    },
    {
      name: "Numbers may have a decimal point or a decimal comma",
      steps: [
        category(value, "length"),
        choose(value("say_to"), "mm"),
        enter(value, "1.5"),
        see("= 15 mm"),
        enter(value, "2,5"),
        see("= 25 mm"),
      ],
    },
    {
      name: "What is not a number is said",
      steps: [
        enter(value, "x"),
        see(value("say_no_number")),
        enter(value, "2"),
        notSee(value("say_no_number")),
      ],
    },
  ];
}

function featurePromises(value: Values): ToolPromise[] {
  return [
    {
      feature: "all_units",
      name: "The value is shown in all units",
      steps: [category(value, "length"), enter(value, "100"), see(`${written(value, 0.001)} km`)],
    },
    {
      feature: "copy",
      name: "The result can be copied",
      steps: [
        category(value, "temperature"),
        enter(value, "20"),
        click(button(value("say_copy"))),
        see(value("say_copied").replace("%", "68")),
      ],
    },
    {
      feature: "persistence",
      name: "The conversion is still there after a reload",
      steps: [category(value, "weight"), enter(value, "2"), reload, see("2 kg =")],
    },
    {
      feature: "rounding",
      name: "The decimal places can be chosen",
      steps: [
        category(value, "weight"),
        enter(value, "2"),
        choose(value("say_places"), "2"),
        see(`2 kg = ${written(value, 4.41)} lb`),
      ],
    },
  ];
}
