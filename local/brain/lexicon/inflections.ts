import type { Locale } from "#core/factory/specification/specification.ts";

const GERMAN: readonly (readonly [ending: RegExp, suffix: string])[] = [
  [/(ung|heit|keit|schaft|ion|tät|anz|enz)$/, "en"],
  [/(e|el|er)$/, "n"],
];

const SPANISH: readonly (readonly [ending: RegExp, suffix: string])[] = [
  [/ión$/, "iones"],
  [/z$/, "ces"],
  [/([dlrj])$/, "$1es"],
];

/**
 * The word and the forms of it that the comparison of words, which removes accents and a final "s", does not equate:
 * German plurals and datives ("Bewertungen", "Bildern"), Spanish plurals ("valoraciones").
 */
export function formsOf(word: string, locale: Locale): string[] {
  if (locale === "de") {
    const [, suffix] = GERMAN.find(([ending]) => ending.test(word)) ?? [];
    return suffix && /(^|[\s-])\p{Lu}[^\s-]*$/u.test(word) ? [word, word + suffix] : [word];
  }
  if (locale === "es") {
    const [ending, suffix] = SPANISH.find(([each]) => each.test(word)) ?? [];
    return ending && suffix ? [word, word.replace(ending, suffix)] : [word];
  }
  return [word];
}
