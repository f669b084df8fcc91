import { describe, expect, it } from "@jest/globals";
import { specificationFaults } from "#core/factory/specification/faults.ts";
import { LOCALES, specificationSchema } from "#core/factory/specification/specification.ts";
import { NOUNS } from "#local/brain/lexicon/nouns.ts";
import { assemble } from "#local/brain/recognise/read/assemble.ts";
import { addNoun, emptyDraft } from "#local/brain/recognise/read/draft.ts";

describe.each(LOCALES)("an app for each noun of the lexicon in %s", (locale) => {
  it("matches the schema and has no faults", () => {
    const faults = NOUNS.flatMap((noun) => {
      const draft = emptyDraft(locale);
      addNoun(draft, noun);
      const specification = assemble(draft);
      const { error } = specificationSchema.safeParse(specification);
      return [
        ...(error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`),
        ...specificationFaults(specification),
      ].map((fault) => `${noun.key}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  it("has no faults beside the records that it refers to", () => {
    const faults = NOUNS.flatMap((noun) => {
      const draft = emptyDraft(locale);
      addNoun(draft, noun);
      for (const { reference } of noun.fields) {
        const target = NOUNS.find(({ key }) => key === reference?.noun);
        if (target) addNoun(draft, target);
      }
      return specificationFaults(assemble(draft)).map((fault) => `${noun.key}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  it("has the views and behaviours that the noun calls for", () => {
    const missing = NOUNS.flatMap((noun) => {
      const draft = emptyDraft(locale);
      addNoun(draft, noun);
      const { views, behaviours } = assemble(draft);
      const kinds = new Set<string>([...views, ...behaviours].map(({ kind }) => kind));
      return [...noun.views, ...noun.behaviours]
        .filter(({ kind }) => !kinds.has(kind))
        .map(({ kind }) => `${noun.key}: ${kind}`);
    });
    expect(missing).toEqual([]);
  });
});
