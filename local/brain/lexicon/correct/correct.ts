import type { Locale } from "#core/factory/specification/specification.ts";
import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import { SPANISH } from "./spanish.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const CORRECT: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: set(ENGLISH),
  de: set(GERMAN),
  fr: set(FRENCH),
  es: set(SPANISH),
};

/** Whether a word is spelt correctly although it is close to one of the lexicon: "smart" is no mistake for "start". */
export function isCorrect(word: string, locale: Locale): boolean {
  const lower = word.toLowerCase();
  return CORRECT[locale].has(lower) || CORRECT.en.has(lower);
}
