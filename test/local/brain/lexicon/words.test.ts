import { describe, expect, it } from "@jest/globals";
import { LOCALES, type Locale } from "#core/factory/specification/specification.ts";
import { FIELD_WORDS } from "#local/brain/lexicon/fields.ts";
import { NOUNS } from "#local/brain/lexicon/nouns.ts";
import { OPTION_SETS } from "#local/brain/lexicon/options.ts";
import type { Term } from "#local/brain/lexicon/types.ts";
import { ARCHETYPES } from "#local/brain/lexicon/words/archetypes.ts";
import { keysOf } from "#local/brain/recognise/words.ts";

/** Words that name two details; the record that they belong to decides. */
const AMBIGUOUS: Readonly<Record<Locale, readonly string[]>> = {
  en: ["content: text, contents", "start: start_date, starts_at", "end: end_date, ends_at"],
  de: [
    "inhalt: text, contents",
    "tag: tags, date",
    "beginn: start_date, starts_at",
    "ende: end_date, ends_at",
    "enden: end_date, ends_at",
  ],
  fr: ["contenu: text, contents", "debut: start_date, starts_at", "fin: end_date, ends_at"],
  es: ["contenido: text, contents", "comienzo: start_date, starts_at"],
};

describe.each(LOCALES)("the words of the lexicon in %s", (locale) => {
  it("name one noun each", () => {
    expect(sharedWords(NOUNS, locale)).toEqual([]);
  });

  it("name one detail each", () => {
    expect(sharedWords(FIELD_WORDS, locale)).toEqual(AMBIGUOUS[locale]);
  });

  it("contain no emoji, no name of a product and nothing twice", () => {
    const products = new Set(ARCHETYPES.flatMap(({ names }) => names));
    const words = [...NOUNS, ...FIELD_WORDS].flatMap(({ key, words }) =>
      words[locale].map((word) => ({ key, word })),
    );
    const options = OPTION_SETS.flatMap(({ key, options }) =>
      options.map((option) => ({ key, word: option[locale] })),
    );
    const wrong = [...words, ...options].filter(
      ({ word }) =>
        /\p{Extended_Pictographic}/u.test(word) || products.has(word.toLowerCase()) || word === "",
    );
    expect(wrong).toEqual([]);
  });

  it("start with a label that a person can read", () => {
    const labels = [...NOUNS, ...FIELD_WORDS].map(({ words }) => words[locale][0]);
    expect(labels.filter((text) => text.length > 40 || text !== text.trim())).toEqual([]);
    const upper = FIELD_WORDS.map(({ words }) => words[locale][0]).filter((text) => !/^\p{Lu}/u.test(text));
    expect(upper).toEqual([]);
  });
});

describe("German nouns", () => {
  it("start with a capital letter", () => {
    const lower = NOUNS.flatMap(({ words }) => words.de).filter(
      (word) => !word.split(/[\s-]+/).some((part) => /^\p{Lu}|^\d/u.test(part)),
    );
    expect(lower).toEqual([]);
  });
});

/** Words that several terms have, with their keys. */
function sharedWords(terms: readonly Term[], locale: Locale): string[] {
  const keys = new Map<string, Set<string>>();
  for (const { key, words } of terms)
    for (const word of words[locale]) {
      const normal = keysOf(word).join(" ") || word;
      keys.set(normal, (keys.get(normal) ?? new Set()).add(key));
    }
  return [...keys]
    .filter(([, names]) => names.size > 1)
    .map(([word, names]) => `${word}: ${[...names].join(", ")}`);
}
