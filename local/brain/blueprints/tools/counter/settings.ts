import type { Locale } from "#core/factory/specification/specification.ts";
import type { Setting, Values } from "#local/brain/blueprint.ts";
import { without } from "#local/brain/blueprints/stated.ts";

/** The largest number that a counter shows. */
const LIMIT = 999_999_999_999;

const NUMBER = String.raw`([-−]?\d{1,12})(?![\d.,]*\d)`;
const word = (pattern: string): RegExp => new RegExp(String.raw`(?<![\p{L}\d])${pattern}`, "iu");

const START = word(
  String.raw`(?:(?:that|der|die|das|qui|que)\s+)?(?:starts?|starting|begins?|beginning|startet|startend|beginnt|beginnend|commence|commençant|démarre|partant|empieza|empezando|comienza)\s+(?:at|with|from|of|bei|mit|von|à|par|de|en|con)?\s*${NUMBER}(?!\s*(?:to|bis|à|a|hasta)\s*[-−]?\d)(?:\s+startet|\s+beginnt)?|(?:(?:der|die|das|a)\s+)?(?:bei|mit|with)\s+${NUMBER}\s+(?:startet|beginnt|anfängt)`,
);
const RANGE = word(
  String.raw`(?:(?:starts?|starting|that|which|der|die|das|qui|que|counts?|counting|zählt|compte|cuenta)\s+)*(?:from|von|of|de|desde|du)\s+${NUMBER}\s*(?:up to|down to|to|bis|à|a|au|hasta)\s*${NUMBER}(?:\s+zählt)?`,
);
const UP_TO = word(
  String.raw`(?:(?:that|which|der|die|das|qui|que|counts?|goes|counting|zählt|compte|cuenta)\s+)*(?:up to|at most|no more than|max(?:imum)?(?: of)?|bis(?: zu)?|höchstens|maximal|jusqu['’]à|au plus|hasta|como máximo)\s+${NUMBER}(?:\s+zählt)?`,
);
const STEP = word(
  String.raw`(?:(?:and|und|et|y|that|which)\s+)*(?:(?:steps?|stepping|increments?|increases?|counts?|counting|goes|up|schritt(?:weite|en)?|pas|pasos?)\s+)+(?:by|of|in steps of|von|um|de|en)\s+(\d{1,7})(?![\d.,]*\d)|(?:in|with|mit|en|por)\s+(?:steps of\s+)(\d{1,7})|(?:in|mit|with)\s+(\d{1,7})er[-\s]?schritten(?:\s+zählt)?|(?:de|of)\s+(\d{1,7})\s+en\s+\d{1,7}|(?:by|um)\s+(\d{1,7})s?(?![\d.,]*\d)(?:\s+(?:zählt|each time|at a time))?`,
);
const GOAL = word(
  String.raw`(goal|target|ziel|zielwert|objectif|objetivo|meta)\s*(?:of|at|is|von|bei|de|en|:)?\s*(\d{1,12})(?![\d.,]*\d)`,
);

const SAID: Readonly<Record<"start" | "range" | "step_size" | "goal", Readonly<Record<Locale, string>>>> = {
  start: {
    en: "It starts at %.",
    de: "Er beginnt bei %.",
    fr: "Il commence à %.",
    es: "Empieza en %.",
  },
  range: {
    en: "It counts from % to #.",
    de: "Er zählt von % bis #.",
    fr: "Il compte de % à #.",
    es: "Cuenta de % a #.",
  },
  step_size: {
    en: "One press counts %.",
    de: "Ein Druck zählt %.",
    fr: "Un appui compte %.",
    es: "Una pulsación cuenta %.",
  },
  goal: { en: "The goal is %.", de: "Das Ziel ist %.", fr: "L’objectif est %.", es: "El objetivo es %." },
};

const numberOf = (text = ""): number => Number(text.replace("−", "-"));
const bounds = (low: number, high: number): string => `${low} ${high}`;

/** What a counter counts: from where, between which numbers, and by how much. */
export const SETTINGS: readonly Setting[] = [
  {
    id: "start",
    initial: "0",
    read(message) {
      const range = RANGE.exec(message);
      // "From 100 to 0" starts at 100, between 0 and 100.
      if (range) return { value: String(numberOf(range[1])), rest: message };
      const match = START.exec(message);
      return match && { value: String(numberOf(match[1] ?? match[2])), rest: without(message, match) };
    },
    spoken: (value, locale) => SAID.start[locale].replace("%", value),
  },
  {
    id: "range",
    initial: bounds(-LIMIT, LIMIT),
    read(message) {
      const range = RANGE.exec(message);
      const [low = 0, high = 0] = [range?.[1], range?.[2]].map(numberOf).sort((a, b) => a - b);
      if (range) return low < high ? { value: bounds(low, high), rest: without(message, range) } : null;
      const upTo = UP_TO.exec(message);
      return upTo && { value: bounds(-LIMIT, numberOf(upTo[1])), rest: without(message, upTo) };
    },
    spoken: (value, locale) => {
      const [low = "", high = ""] = value.split(" ");
      const from = low === String(-LIMIT) ? "…" : low;
      return SAID.range[locale].replace("%", from).replace("#", high);
    },
  },
  {
    id: "step_size",
    initial: "1",
    read(message) {
      const match = STEP.exec(message);
      const size = numberOf(match?.slice(1).find((each) => each !== undefined));
      return match && size >= 1 && size <= 1_000_000
        ? { value: String(size), rest: without(message, match) }
        : null;
    },
    spoken: (value, locale) => SAID.step_size[locale].replace("%", value),
  },
  {
    id: "goal_at",
    initial: "",
    read(message) {
      const match = GOAL.exec(message);
      const goal = numberOf(match?.[2]);
      return match && goal >= 1 ? { value: String(goal), rest: without(message, match, match[1]) } : null;
    },
    spoken: (value, locale) => SAID.goal[locale].replace("%", value),
  },
];

/** The number that a counter shows after some presses, 1 for each up and -1 for each down. */
export function countAfter(value: Values, presses: readonly number[]): number {
  const [low = 0, high = 0] = value("range").split(" ").map(Number);
  const limited = (count: number) => Math.max(low, Math.min(high, count));
  const step = Number(value("step_size"));
  return presses.reduce((count, press) => limited(count + press * step), limited(Number(value("start"))));
}
