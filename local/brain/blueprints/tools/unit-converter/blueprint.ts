import type { Setting } from "#local/brain/blueprint.ts";
import { DARK_MODE, PERSISTENCE } from "#local/brain/blueprints/common-features.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { button, choose, click, fill, notSee, reload, see } from "#local/brain/blueprints/steps.ts";
import { defineTool } from "#local/brain/blueprints/tools/tool.ts";

const CATEGORIES: readonly (readonly [string, RegExp])[] = [
  ["temperature", /temperatur|celsius|fahrenheit/i],
  ["weight", /weight|mass|\bkg\b|kilogram|pound|\blbs?\b|gewicht|poids|peso/i],
  ["volume", /volume|lit(?:re|er)|gallon|\bcups?\b/i],
  ["area", /\barea|square|fläche/i],
  ["speed", /speed|km\/h|mph|geschwindigkeit|vitesse|velocidad/i],
  ["data", /\bdata\b|bytes?\b/i],
  ["energy", /energy|calori|joule/i],
  ["pressure", /pressure|\bbar\b|\bpsi\b/i],
  ["length", /length|distance|\bcm\b|inch|\bkm\b|miles?\b|feet|länge|longueur|longitud/i],
];

/** What the converter shows first: a temperature converter temperatures. */
const CATEGORY: Setting = {
  id: "category",
  initial: "length",
  read(message) {
    const found = CATEGORIES.find(([, words]) => words.test(message));
    return found ? { value: found[0], rest: message } : null;
  },
  spoken: (category) => `It opens with ${category}.`,
};

/** Converts units of ten categories. */
export const UNIT_CONVERTER = defineTool({
  kind: "unit-converter",
  title: "Unit Converter",
  spoken: "a unit converter",
  lead: "Ten kinds of units, exact factors.",
  names: {
    en: `unit converter, unit conversion, unit conversion app, converter, conversion app, conversion calculator,
      unit calculator, measurement converter, metric converter, metric imperial converter,
      metric to imperial converter, imperial to metric converter, length converter, distance converter,
      weight converter, mass converter, temperature converter, volume converter, area converter,
      speed converter, time unit converter, data converter, energy converter, pressure converter,
      celsius to fahrenheit converter, fahrenheit to celsius converter, kg to lb converter,
      kg to pound converter, pound to kg converter, mile to km converter, km to mile converter,
      cm to inch converter, inch to cm converter`,
    de: `Einheitenrechner, Einheitenumrechner, Umrechner, Temperaturumrechner, Längenumrechner,
      Gewichtsumrechner`,
    fr: "convertisseur, convertisseur d'unités, convertisseur de température",
    es: "conversor, conversor de unidades, convertidor de unidades, conversor de temperatura",
  },
  purposes: `convert unit, convert measurement, converting unit, convert length, convert weight,
    convert temperature, convert between unit`,
  purposeMatters: true,
  inherent: `unit, convert, conversion, category, length, distance, weight, mass, temperature, volume, area, speed,
    time, data, energy, pressure, metric, imperial, celsius, fahrenheit, kelvin, metre, meter, centimetre,
    centimeter, millimetre, millimeter, kilometre, kilometer, km, cm, mm, inch, foot, feet, yard, mile, kg,
    kilogram, gram, pound, lb, ounce, stone, litre, liter, gallon, cup, tablespoon, teaspoon, acre, hectare,
    km/h, mph, knot, second, minute, hour, day, week, byte, megabyte, gigabyte, joule, calorie, bar, psi, swap,
    swap button, exact, value, number, result, dropdown, between, measurement, live result`,
  summary: "A unit converter that runs in the browser: ten kinds of units, converted exactly while you type.",
  features: [
    {
      id: "all_units",
      title: "Results in all units",
      synonyms:
        phrases(`all unit, all unit at once, result in all unit, every unit, table, table of unit, overview,
        conversion table`),
      default: true,
    },
    {
      id: "copy",
      title: "Copying the result",
      spoken: "a button to copy the result",
      synonyms: phrases("copy, copy result, copy button, copying, clipboard, copy to clipboard"),
      default: true,
    },
    PERSISTENCE,
    DARK_MODE,
    {
      id: "rounding",
      title: "Choice of decimal places",
      spoken: "a choice of decimal places",
      synonyms: phrases(
        "rounding, round, decimal place, precision, decimal, significant digit, Nachkommastellen",
      ),
      default: false,
      ask: "Should the decimal places be selectable?",
    },
  ],
  parts: ["all_units", "rounding"],
  shared: ["exact", "copy"],
  modules: { "public/lib/copy.js": "copy" },
  settings: [CATEGORY],
  promises: [
    {
      name: "Units are converted exactly while typing",
      steps: [
        choose("Category", "length"),
        choose("From", "in"),
        choose("To", "cm"),
        fill("Value", "10"),
        see("10 in = 25.4 cm"),
      ],
    },
    {
      name: "Temperatures are converted, and the units can be swapped",
      steps: [
        choose("Category", "temperature"),
        fill("Value", "100"),
        see("100 °C = 212 °F"),
        click(button("Swap")),
        fill("Value", "-40"),
        see("−40 °F = −40 °C"),
      ],
    },
    {
      name: "What is not a number is said",
      steps: [
        fill("Value", "five"),
        see("This is not a number."),
        fill("Value", "1,5"),
        notSee("This is not a number."),
      ],
    },
    {
      feature: "all_units",
      name: "The value is shown in all units",
      steps: [choose("Category", "length"), fill("Value", "100"), see("0.001 km")],
    },
    {
      feature: "copy",
      name: "The result can be copied",
      steps: [
        choose("Category", "temperature"),
        fill("Value", "20"),
        click(button("Copy result")),
        see("Copied 68."),
      ],
    },
    {
      feature: "persistence",
      name: "The conversion is still there after a reload",
      steps: [choose("Category", "weight"), fill("Value", "2"), reload, see("2 kg =")],
    },
    {
      feature: "rounding",
      name: "The decimal places can be chosen",
      steps: [
        choose("Category", "weight"),
        fill("Value", "2"),
        choose("Decimal places", "2"),
        see("2 kg = 4.41 lb"),
      ],
    },
  ],
});
