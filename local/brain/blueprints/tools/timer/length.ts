import type { Locale } from "#core/factory/specification/specification.ts";
import type { Setting } from "#local/brain/blueprint.ts";
import { settingOf } from "#local/brain/blueprints/setting.ts";
import { TEXTS } from "./texts.ts";

const SECONDS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };
const WORDS: Readonly<Record<string, number>> = {
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  five: 5,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
  half: 0.5,
  "half an": 0.5,
};
const LONGEST = 99 * 3600;

const NUMBER = String.raw`(?:\d+(?:[.,]\d+)?|half an|${Object.keys(WORDS).join("|")})`;
const UNIT =
  "(?:hours?|hrs?|h|stunden?|heures?|horas?|minutes?|minuten?|minutos?|mins?|m|seconds?|sekunden?|secondes?|segundos?|secs?|s)";
const PART = String.raw`\b${NUMBER}[\s-]*${UNIT}\b`;
const DURATION = String.raw`${PART}(?:[\s,]*(?:and\s+)?${PART})*`;
/** Words that lead up to a length: "starting at 30 seconds". */
const BEFORE = String.raw`(?:\b(?:starts?|starting|begins?|beginning|set)\s+)?(?:\b(?:at|with|from|to|of)\s+)?`;

interface Length extends Pick<Setting, "id" | "initial"> {
  /** Words beside it, such as "break" in "with 5 minute breaks"; without them it is any time that belongs to nothing else. */
  readonly near?: string;
  /** A sentence for the plan, with "%" for the time. */
  readonly said: Readonly<Record<Locale, string>>;
}

/** A setting that holds a time in seconds. */
export function lengthSetting({ near, ...setting }: Length): Setting {
  const pattern =
    near === undefined
      ? `${BEFORE}(?<!\\bpresets?\\s+(?:of\\s+)?)(${DURATION})(?!,?\\s+(?:and\\s+)?(?:\\d|presets?\\b|laps?\\b))`
      : `(${DURATION})(?=[\\s-]*(?:of\\s+)?\\b(?:${near})\\b)|(?<=\\b(?:${near})\\s+(?:(?:of|for|is|are|with)\\s+)?)(${DURATION})`;
  return settingOf({
    ...setting,
    patterns: [new RegExp(pattern, "iu")],
    value(match) {
      const seconds = secondsIn(match[1] ?? match[2] ?? "");
      return seconds >= 1 && seconds <= LONGEST ? String(seconds) : null;
    },
    shown: (value) => [clockText(Number(value))],
  });
}

/** Whole seconds of "1 hour 30 minutes". */
function secondsIn(text: string): number {
  const part = new RegExp(String.raw`\b(${NUMBER})[\s-]*(${UNIT})\b`, "giu");
  const seconds = [...text.matchAll(part)].map(([, number = "", unit = ""]) => {
    const count = WORDS[number.toLowerCase()] ?? Number(number.replace(",", "."));
    return count * (SECONDS[unit.charAt(0).toLowerCase()] ?? 1);
  });
  return Math.round(seconds.reduce((sum, each) => sum + each, 0));
}

const MODES: readonly (readonly [string, RegExp])[] = [
  ["countdown", /timer|countdown|minut|temporizador|cuenta|rebours|uhr|wecker|messer/i],
  ["pomodoro", /pomodoro|\bfocus/i],
  ["stopwatch", /stop ?watch|stoppuhr|chronom|cron[oó]met/i],
];

/** What the timer shows first: "a stopwatch" a stopwatch, "a timer with a stopwatch" a countdown. */
export const MODE = settingOf({
  id: "mode",
  initial: "countdown",
  patterns: [/^(?!\W*(?:add|also|and|plus|with|include)\b).*/is],
  value: ([message]) => modeIn(message),
  stays: ([message]) => message,
  said: {
    en: "It opens with the %.",
    de: "Zuerst zeigt er: %.",
    fr: "Il s’ouvre sur : %.",
    es: "Se abre con: %.",
  },
  shown: (mode, locale) =>
    mode === "countdown" ? [] : [locale === "en" ? mode : (TEXTS[`say_${mode}`]?.[locale] ?? mode)],
});

function modeIn(message: string): string | null {
  const named = MODES.map(([mode, words]) => ({ mode, at: message.search(words) })).filter(
    ({ at }) => at >= 0,
  );
  return named.sort((a, b) => b.at - a.at).at(-1)?.mode ?? null;
}

/** "05:30" or "1:05:30" for whole seconds, as the timer shows it. */
export function clockText(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${two(minutes)}:${two(rest)}`;
}
