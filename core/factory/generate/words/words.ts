import type { Locale } from "#core/factory/specification/specification.ts";
import { BEHAVIOUR_WORDS } from "./behaviours.ts";
import { FIELD_WORDS } from "./fields.ts";
import { SHELL_WORDS } from "./shell.ts";
import { VIEW_WORDS } from "./views.ts";
import type { Word, Words } from "./word.ts";

/**
 * Every text that the library shows. To add one, add a row to the part it belongs to (fields, views, behaviours, shell)
 * and read it in the library as `words.<key>`: an app receives the words that its files read in this form. Filled in with
 * `fill(words.<key>, { name })` of `lib/words.js`.
 */
export const WORDS: Words = { ...SHELL_WORDS, ...FIELD_WORDS, ...VIEW_WORDS, ...BEHAVIOUR_WORDS };

/** The text of a word, filled in; for the steps of acceptances. Throws a TypeError for an unknown key. */
export function translate(
  key: string,
  locale: Locale,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const word: Word | undefined = WORDS[key]?.[locale];
  if (word === undefined) throw new TypeError(`'${key}' is not a word.`);
  const form = typeof word === "string" ? word : values.count === 1 ? word.one : word.other;
  return fillPlaces(form, values);
}

/**
 * A text with its places filled in; a place without a value stays. A name at a place such as `{name~}` stands within a
 * sentence: "New plant". Only languages that write nouns small have such places.
 */
export function fillPlaces(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)(~?)\}/g, (whole, name: string, within: string) => {
    const value = String(values[name] ?? whole);
    return within ? inSentence(value, "en") : value;
  });
}

/** A name within a sentence: without its capital letter, except in German, whose nouns keep it, and for abbreviations. */
export function inSentence(name: string, locale: Locale): string {
  return locale === "de" || /^\p{Lu}{2}/u.test(name)
    ? name
    : name.charAt(0).toLocaleLowerCase(locale) + name.slice(1);
}
