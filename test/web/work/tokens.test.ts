import { expect, it } from "@jest/globals";
import { fc } from "#test/support/property.ts";
import { languageOf } from "#web/work/highlight/languages.ts";
import { piecesOf, TOKEN_KINDS } from "#web/work/highlight/tokens.ts";

it("cuts a line at its tokens, and leaves out nothing", () => {
  expect(
    piecesOf("const a", [
      [5, "keyword"],
      [2, "plain"],
    ]),
  ).toEqual([
    { text: "const", kind: "keyword" },
    { text: " a", kind: "plain" },
  ]);
  const tokens = fc.array(fc.tuple(fc.nat(10), fc.constantFrom(...TOKEN_KINDS)));
  fc.assert(
    fc.property(fc.string(), tokens, (line, of) => {
      expect(
        piecesOf(line, of)
          .map(({ text }) => text)
          .join(""),
      ).toBe(line);
    }),
  );
});

it.each([
  ["src/app.tsx", "tsx"],
  ["public/A.JS", "javascript"],
  ["index.html", "html"],
  ["LICENSE", undefined],
  ["a.constructor", undefined],
  ["a.__proto__", undefined],
  ["notes.txt", undefined],
])("knows the language of %s", (path, language) => {
  expect(languageOf(path)).toBe(language);
});
