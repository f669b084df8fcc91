import { describe, expect, it } from "@jest/globals";
import { FIELD_TYPES } from "#core/factory/specification/field.ts";
import { LOCALES } from "#core/factory/specification/specification.ts";
import { FIELD_WORDS } from "#local/brain/lexicon/fields.ts";
import { fieldWordOf, nounOf, optionSetOf } from "#local/brain/lexicon/lexicon.ts";
import { NOUNS } from "#local/brain/lexicon/nouns.ts";
import { OPTION_SETS } from "#local/brain/lexicon/options.ts";
import type { Term } from "#local/brain/lexicon/types.ts";
import { UNITS } from "#local/brain/lexicon/units.ts";
import { ARCHETYPES } from "#local/brain/lexicon/words/archetypes.ts";
import { BEHAVIOUR_WORDS, INHERENT } from "#local/brain/lexicon/words/behaviours.ts";
import { BEYOND } from "#local/brain/lexicon/words/beyond.ts";
import { CONTAINERS, GERMAN_SUFFIXES } from "#local/brain/lexicon/words/containers.ts";
import { FUNCTION_WORDS } from "#local/brain/lexicon/words/functions.ts";
import { NEGATIONS } from "#local/brain/lexicon/words/negations.ts";
import { NUMBER_WORDS } from "#local/brain/lexicon/words/numbers.ts";
import { VIEW_WORDS } from "#local/brain/lexicon/words/views.ts";

const TERMS: Readonly<Record<string, readonly Term[]>> = {
  nouns: NOUNS,
  fields: FIELD_WORDS,
  views: VIEW_WORDS,
  behaviours: BEHAVIOUR_WORDS,
  inherent: INHERENT,
  containers: CONTAINERS,
  beyond: BEYOND,
};

describe("the lexicon", () => {
  it("knows at least 220 nouns and 250 details", () => {
    expect(NOUNS.length).toBeGreaterThanOrEqual(220);
    expect(FIELD_WORDS.length).toBeGreaterThanOrEqual(250);
  });

  it.each(Object.entries(TERMS))("has each of the %s once, with words in every language", (_name, terms) => {
    expect(duplicatesIn(terms.map(({ key }) => key))).toEqual([]);
    expect(terms.flatMap(emptyWords)).toEqual([]);
  });

  it("gives every field word a type, and its options and its unit exist", () => {
    const wrong = FIELD_WORDS.filter(
      ({ type, options, unit }) =>
        !FIELD_TYPES.includes(type) ||
        (options !== undefined) !== (type === "choice" || type === "choices") ||
        (options !== undefined && !optionSetOf(options)) ||
        (unit !== undefined && !UNITS.has(unit)),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it("gives every noun fields that exist, and references that lead to a noun", () => {
    const wrong = NOUNS.flatMap(({ key, fields, brings }) => [
      ...fields
        .filter(({ key: field, reference }) => !fieldWordOf(field) && !(reference && nounOf(field)))
        .map((field) => `${key}.${field.key}`),
      ...fields
        .filter(({ reference }) => reference && !nounOf(reference.noun))
        .map((field) => `${key}->${field.key}`),
      ...fields
        .filter(({ options }) => options && !optionSetOf(options))
        .map((field) => `${key}(${field.key})`),
      ...brings.filter((noun) => !nounOf(noun)).map((noun) => `${key}+${noun}`),
    ]);
    expect(wrong).toEqual([]);
  });

  it("has option sets with unique keys and options", () => {
    expect(duplicatesIn(OPTION_SETS.map(({ key }) => key))).toEqual([]);
    expect(OPTION_SETS.flatMap(({ options }) => duplicatesIn(options.map(({ id }) => id)))).toEqual([]);
  });

  it("leads from containers and product names to what exists", () => {
    const containers = new Set(CONTAINERS.map(({ key }) => key));
    expect([...GERMAN_SUFFIXES.values()].filter((key) => !containers.has(key))).toEqual([]);
    expect(ARCHETYPES.filter(({ noun }) => !nounOf(noun))).toEqual([]);
  });

  it("has function words, negations and numbers in every language", () => {
    for (const locale of LOCALES) {
      expect(FUNCTION_WORDS[locale].size).toBeGreaterThan(100);
      expect(NUMBER_WORDS[locale].get({ en: "three", de: "drei", fr: "trois", es: "tres" }[locale])).toBe(3);
      expect(Object.values(NEGATIONS[locale]).flat()).not.toContain("");
    }
  });
});

function emptyWords({ key, words }: Term): string[] {
  return LOCALES.filter((locale) => words[locale].some((word) => word.trim() === "")).map(
    (locale) => `${key}.${locale}`,
  );
}

function duplicatesIn(all: readonly string[]): string[] {
  return all.filter((each, index) => all.indexOf(each) !== index);
}
