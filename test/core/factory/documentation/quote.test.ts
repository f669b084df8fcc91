import { describe, expect, it } from "@jest/globals";
import { quoteFor } from "#core/factory/documentation/quote.ts";

const CANCEL = {
  title: "How do I cancel a mission?",
  path: "docs/q.md#cancel",
  text: "`gantry cancel` stops a mission.\n\nIt ends as CANCELLED, with its evidence.",
};
const RULES = {
  title: "Write a policy: Custom rules",
  path: "docs/p.md#rules",
  text: "Rules have a pattern.",
};

const sectionFor = (question: string) => quoteFor(question, [RULES, CANCEL])?.passage.path ?? null;

describe("a quote from the documentation", () => {
  it("is the block of the section that the question names, whatever the order and the language", () => {
    expect(quoteFor("How can I cancel a mission?", [RULES, CANCEL])).toEqual({
      passage: CANCEL,
      text: "`gantry cancel` stops a mission.",
    });
    expect(sectionFor("Wie breche ich eine Mission ab?")).toBe(CANCEL.path);
    expect(quoteFor("What evidence does a cancelled mission have?", [CANCEL])?.text).toContain(
      "its evidence",
    );
  });

  it.each([
    ["has a word that the section does not use", "How do I cancel my Netflix subscription?"],
    ["names too little of the title", "What is a pattern of rules?"],
    ["has only words that any question has", "What is it and how can you do that?"],
    ["only asks for a place or a person", "Who are you?"],
    ["names only what every section is about", "Where is my app?"],
    ["is empty", ""],
  ])("is not given to a question that %s", (_, question) => {
    expect(sectionFor(question)).toBeNull();
  });
});
