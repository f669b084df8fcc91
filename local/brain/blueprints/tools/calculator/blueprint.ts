import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Values } from "#local/brain/blueprint.ts";
import { DARK_MODE } from "#local/brain/blueprints/common-features.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { button, click, notSee, press, reload, see } from "#local/brain/blueprints/steps.ts";
import { defineTool, type ToolPromise } from "#local/brain/blueprints/tools/tool.ts";
import { written } from "#local/brain/blueprints/tools/written.ts";
import { TEXTS } from "./texts.ts";

const type = (text: string): AcceptanceStep[] => [...text].map((key) => press(key));
const enter = press("Enter");

/** A calculator with exact decimals. */
export const CALCULATOR = defineTool({
  kind: "calculator",
  title: "Calculator",
  spoken: "a calculator",
  hue: 255,
  names: {
    en: `calculator, calculator app, pocket calculator, desk calculator, scientific calculator, basic
    calculator, math calculator`,
    de: `Taschenrechner, Rechner, wissenschaftlicher Taschenrechner`,
    fr: `calculatrice, calculette, calculatrice scientifique`,
    es: `calculadora, calculadora científica`,
  },
  purposes: `do sum, do arithmetic, add up number, calculate number, for arithmetic`,
  purposeMatters: true,
  inherent: `add, subtract, multiply, divide, addition, subtraction, multiplication, division,
    arithmetic, basic arithmetic, basic operation, four operation, operation, operator, operator
    precedence, order of operation, precedence, decimal, decimal point, exact decimal, percent,
    percentage, bracket, parenthesis, parentheses, number, digit, sum, calculation, calculate, result,
    key, keypad, display, clear, clear button, backspace, equal, error message, division by zero`,
  texts: TEXTS,
  summary:
    "A calculator that runs in the browser: exact decimal arithmetic with brackets and percent, by keys or by keyboard.",
  features: [
    {
      id: "history",
      title: "History",
      spoken: "a history",
      synonyms: phrases(`history, calculation history, history of calculation, past calculation,
        previous calculation, log, tape, persistence, save, local storage, Verlauf, historique, historial`),
      default: true,
    },
    {
      id: "copy",
      title: "Copying the result",
      spoken: "a button to copy the result",
      synonyms: phrases("copy, copy result, copy button, copying, clipboard, copy to clipboard"),
      default: true,
    },
    DARK_MODE,
    {
      id: "scientific",
      title: "Scientific functions",
      synonyms: phrases(`scientific, scientific function, scientific mode, scientific calculator, square root,
        root, power, exponent, sine, cosine, tangent, sin, cos, tan, trigonometry, trigonometric function,
        logarithm, factorial, pi, wissenschaftlicher Taschenrechner, calculatrice scientifique,
        calculadora científica`),
      default: false,
      ask: "Should it have scientific functions?",
    },
    {
      id: "memory",
      title: "Memory keys",
      synonyms: phrases("memory, memory key, memory button, memory function, m+"),
      default: false,
      ask: "Should it have memory keys?",
    },
  ],
  parts: ["history", "scientific", "memory"],
  shared: ["exact", "copy"],
  modules: { "public/lib/copy.js": "copy" },
  promises: promisesIn,
});

type Key = (name: string) => ReturnType<typeof button>;

function promisesIn(value: Values): ToolPromise[] {
  const key: Key = (name) => button(value(`say_${name}`));
  return [...calculations(value, key), ...featurePromises(value, key)];
}

function calculations(value: Values, key: Key): ToolPromise[] {
  return [
    {
      name: "Decimals are added exactly",
      steps: [
        ...type("0.1+0,2"),
        enter,
        see(`${written(value, 0.1)} + ${written(value, 0.2)} =`),
        see(written(value, 0.3), { css: "#shown" }),
      ],
    },
    {
      name: "Multiplication goes before addition, by the keys on the page",
      steps: [
        click(button("2")),
        click(key("plus")),
        click(button("3")),
        click(key("times")),
        click(button("4")),
        click(key("equals")),
        see("14", { css: "#shown" }),
      ],
    },
    {
      name: "A division by zero is explained and can be corrected",
      steps: [
        ...type("8/0"),
        enter,
        see(value("say_f_zero")),
        press("Backspace"),
        ...type("2"),
        enter,
        see("4", { css: "#shown" }),
        notSee(value("say_f_zero")),
      ],
    },
  ];
}

function featurePromises(value: Values, key: Key): ToolPromise[] {
  const memoryKey = (sign: string, name: string) => button(`${sign}, ${value(`say_memory_${name}`)}`);
  return [
    {
      feature: "history",
      name: "Results stay in the history after a reload and can be used again",
      steps: [
        ...type("12*12"),
        enter,
        reload,
        click(button("12 × 12 = 144")),
        ...type("+1"),
        enter,
        see("145", { css: "#shown" }),
      ],
    },
    {
      feature: "copy",
      name: "The result can be copied",
      steps: [...type("6*7"), enter, click(key("copy")), see(value("say_copied").replace("%", "42"))],
    },
    {
      feature: "scientific",
      name: "The square root of a number is calculated",
      steps: [click(key("root")), ...type("2.25"), enter, see(written(value, 1.5), { css: "#shown" })],
    },
    {
      feature: "memory",
      name: "A number is kept in the memory",
      steps: [
        ...type("1.5"),
        click(memoryKey("M+", "plus")),
        click(memoryKey("M+", "plus")),
        see(`${value("say_memory")}: 3`),
        press("Escape"),
        click(memoryKey("MR", "recall")),
        see("3", { css: "#shown" }),
      ],
    },
  ];
}
