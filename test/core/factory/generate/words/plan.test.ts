import { expect, test } from "@jest/globals";
import { featuresOf } from "#core/factory/generate/features.ts";
import { promisesOf } from "#core/factory/generate/generate.ts";
import { PLAN_SENTENCES, planText } from "#core/factory/generate/words/plan.ts";
import { LOCALES } from "#core/factory/specification/specification.ts";
import { HOUSEHOLD } from "#test/core/factory/generate/household.ts";

test("every sentence of a plan has the same places to fill in in every language", () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)~?\}/g)].map(([, place]) => place).sort();
  for (const [key, sentence] of Object.entries(PLAN_SENTENCES))
    for (const locale of LOCALES) expect([key, places(sentence[locale])]).toEqual([key, places(sentence.en)]);
});

test("names stand within the English features of a plan as in a sentence", () => {
  const features = featuresOf(HOUSEHOLD).map(({ title }) => title);
  expect(features).toContain("Search chores");
});

test("the features and promises of a plan are in the language of the app", () => {
  const de = { ...HOUSEHOLD, locale: "de" as const };
  const features = featuresOf(de).map(({ title }) => title);
  expect(features).toContain("Chores: hinzufügen, bearbeiten, löschen und rückgängig machen");
  expect(features).toContain("Suche: Chores");
  expect(promisesOf(de)).toContain("Das Löschen von „Chore“ lässt sich rückgängig machen");
});

test.each(LOCALES.filter((locale) => locale !== "en"))("a plan in %s has no English sentence", (locale) => {
  const said = ({ locale: language }: typeof HOUSEHOLD) => {
    const specification = { ...HOUSEHOLD, locale: language };
    return [...featuresOf(specification).map(({ title }) => title), ...promisesOf(specification)];
  };
  const english = new Set(said(HOUSEHOLD));
  expect(said({ ...HOUSEHOLD, locale }).filter((sentence) => english.has(sentence))).toEqual([]);
});

test("the identifiers of features are the same in every language", () => {
  const ids = (locale: (typeof LOCALES)[number]) => featuresOf({ ...HOUSEHOLD, locale }).map(({ id }) => id);
  for (const locale of LOCALES) expect(ids(locale)).toEqual(ids("en"));
});

test("a sentence that is not defined is refused", () => {
  expect(() => planText("missing", "en")).toThrow("'missing' is not a sentence of a plan.");
});
