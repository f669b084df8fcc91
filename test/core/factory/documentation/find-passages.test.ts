import { describe, expect, it } from "@jest/globals";
import { indexPassages } from "#core/factory/documentation/find-passages.ts";
import { findPassages, QUESTIONS } from "#test/support/questions.ts";

const passage = (name: string, text: string) => ({ title: name, path: `${name}.md`, text });

describe("the passages for a question", () => {
  it.each(QUESTIONS.filter(({ section }) => section !== null))(
    "$ask has the section that answers it among the first",
    ({ ask, section }) => {
      expect(findPassages(ask).map(({ path }) => path)).toContain(section);
    },
  );

  it("are those with the rare words first, and of those with a word in the title", () => {
    const find = indexPassages([
      passage("Roles", "a key opens a door"),
      passage("Keys", "something about doors"),
      passage("Doors", "a door and a door and another door"),
    ]);
    expect(find("key").map(({ title }) => title)).toEqual(["Keys", "Roles"]);
    expect(find("key door")[0]?.title).toBe("Keys");
  });

  it("are none for a question without a known word", () => {
    expect(indexPassages([passage("Keys", "about keys")])("weather")).toEqual([]);
    expect(indexPassages([])("keys")).toEqual([]);
  });

  it("stay within the budget: few, and no more text than fits, with a short one after a long one", () => {
    const long = Array.from({ length: 9 }, (_, at) => passage(`Keys ${at}`, `key ${"word ".repeat(500)}`));
    const found = indexPassages([...long, passage("Other", "key")])("key");
    expect(found.length).toBeLessThanOrEqual(6);
    expect(found.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(8000);
    expect(found.map(({ title }) => title)).toContain("Other");
  });
});
