import { describe, expect, it } from "@jest/globals";
import { DE } from "#web/words/de/catalogue.ts";
import { EN } from "#web/words/en/catalogue.ts";
import { ES } from "#web/words/es/catalogue.ts";
import { FR } from "#web/words/fr/catalogue.ts";
import { wordsIn } from "./words-in.ts";

const english = wordsIn(EN);

describe.each([
  ["German", DE],
  ["French", FR],
  ["Spanish", ES],
])("the words in %s", (_, catalogue) => {
  const words = wordsIn(catalogue);

  it("are the same ones as in English, sentences with values for sentences with values", () => {
    const kinds = (all: typeof words) => new Map([...all].map(([path, word]) => [path, typeof word]));
    expect(kinds(words)).toEqual(kinds(english));
  });

  it("are translated wherever they are more than a term of the product", () => {
    const same = [...words].filter(([path, word]) => {
      const original = english.get(path);
      return typeof original === "string" && original.trim().split(/\s+/).length > 2 && word === original;
    });
    expect(same).toEqual([]);
  });

  it("have no empty text, no stray space and no place for a value that was not filled", () => {
    const odd = [...words].filter(
      ([, word]) => typeof word === "string" && (word.trim() !== word || word === "" || /[{}]/.test(word)),
    );
    expect(odd).toEqual([]);
  });

  it("name every value of their sentences, as the English ones do", () => {
    for (const [path, word] of words) {
      const original = english.get(path);
      if (typeof word !== "function" || typeof original !== "function") continue;
      expect([path, valuesOf(word, original.length)]).toEqual([path, valuesOf(original, original.length)]);
    }
  });
});

/** Which of the marked values a sentence contains. */
function valuesOf(word: (...values: never[]) => unknown, count: number): number[] {
  const marks = Array.from({ length: count }, (_, index) => 7001 + index);
  // A value is a text, a number or a function that wraps words of the sentence.
  const values = marks.map((mark) => Object.assign(() => `<${mark}>`, { toString: () => String(mark) }));
  const said = [(word as (...all: unknown[]) => unknown)(...values)].flat().join("");
  const shown = said.replaceAll(/[.,\s\u202f]/g, "");
  return marks.filter((mark) => shown.includes(String(mark)));
}
