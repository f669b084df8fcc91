import type { Setting, Values } from "#local/brain/blueprint.ts";
import { settingOf } from "#local/brain/blueprints/setting.ts";

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

const numberOf = (text = ""): number => Number(text.replace("−", "-"));
const bounds = (low: number, high: number): string => `${low} ${high}`;

/** What a counter counts: from where, between which numbers, and by how much. */
export const SETTINGS: readonly Setting[] = [
  settingOf({
    id: "start",
    initial: "0",
    // "From 100 to 0" starts at 100, between 0 and 100.
    patterns: [RANGE, START],
    value: (match) => String(numberOf(match[1] ?? match[2])),
    stays: (match) => (isRange(match) ? match[0] : ""),
    said: {
      en: "It starts at %.",
      de: "Er beginnt bei %.",
      fr: "Il commence à %.",
      es: "Empieza en %.",
    },
  }),
  settingOf({
    id: "range",
    initial: bounds(-LIMIT, LIMIT),
    patterns: [RANGE, UP_TO],
    value(match) {
      if (!isRange(match)) return bounds(-LIMIT, numberOf(match[1]));
      const [low = 0, high = 0] = [match[1], match[2]].map(numberOf).sort((a, b) => a - b);
      return low < high ? bounds(low, high) : null;
    },
    said: {
      en: "It counts from % to %.",
      de: "Er zählt von % bis %.",
      fr: "Il compte de % à %.",
      es: "Cuenta de % a %.",
    },
    shown: (value) => value.split(" ").map((bound) => (bound === String(-LIMIT) ? "…" : bound)),
  }),
  settingOf({
    id: "step_size",
    initial: "1",
    patterns: [STEP],
    value(match) {
      const size = numberOf(match.slice(1).find((each) => each !== undefined));
      return size >= 1 && size <= 1_000_000 ? String(size) : null;
    },
    said: {
      en: "One press counts %.",
      de: "Ein Druck zählt %.",
      fr: "Un appui compte %.",
      es: "Una pulsación cuenta %.",
    },
  }),
  settingOf({
    id: "goal_at",
    initial: "",
    patterns: [GOAL],
    value: (match) => (numberOf(match[2]) >= 1 ? String(numberOf(match[2])) : null),
    // The word names the feature.
    stays: (match) => match[1] ?? "",
    said: {
      en: "The goal is %.",
      de: "Das Ziel ist %.",
      fr: "L’objectif est %.",
      es: "El objetivo es %.",
    },
  }),
];

/** Whether a match states two bounds. */
const isRange = (match: RegExpExecArray): boolean => match[1] !== undefined && match[2] !== undefined;

/** The number that a counter shows after some presses, 1 for each up and -1 for each down. */
export function countAfter(value: Values, presses: readonly number[]): number {
  const [low = 0, high = 0] = value("range").split(" ").map(Number);
  const limited = (count: number) => Math.max(low, Math.min(high, count));
  const step = Number(value("step_size"));
  return presses.reduce((count, press) => limited(count + press * step), limited(Number(value("start"))));
}
