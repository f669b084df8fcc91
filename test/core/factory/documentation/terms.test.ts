import { describe, expect, it } from "@jest/globals";
import { termsOf } from "#core/factory/documentation/terms.ts";
import { SAME } from "#core/factory/documentation/vocabulary.ts";

describe("the terms of a text", () => {
  it("are the same for all forms of a word", () => {
    expect(new Set(["policy", "policies", "POLICY"].flatMap(termsOf)).size).toBe(1);
    expect(new Set(["plan", "planned", "planning", "plans"].flatMap(termsOf)).size).toBe(1);
    expect(new Set(["sign", "signed", "signing"].flatMap(termsOf)).size).toBe(1);
  });

  it("are the same in four languages", () => {
    for (const question of [
      "Cancel the mission?",
      "Wie breche ich die Mission ab?",
      "Comment annuler la mission ?",
      "¿Cómo cancelo la misión?",
    ])
      expect(termsOf(question).toSorted()).toEqual(["cancel", "mission"]);
    expect(termsOf("Où est l’application ?")).toEqual(["where", "app"]);
  });

  it("leave out what any question has", () => {
    expect(termsOf("How can I do that with it, please?")).toEqual([]);
  });

  it("come from a table that gives no word two terms", () => {
    const words = SAME.flatMap(([term, same]) => [term, ...same.split(/\s+/)]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});
