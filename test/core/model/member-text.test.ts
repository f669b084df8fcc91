import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { memberText } from "#core/model/member-text.ts";

describe("the text of a member that is still arriving", () => {
  it("grows to the whole text, and is never more than its beginning", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.string()), (answer, sources) => {
        const whole = answer.toWellFormed();
        const json = JSON.stringify({ answer: whole, sources });
        for (let length = 0; length <= json.length; length++)
          expect(whole.startsWith(memberText(json.slice(0, length), "answer"))).toBe(true);
        expect(memberText(json, "answer")).toBe(whole);
      }),
    );
  });

  it.each([
    ["", ""],
    ['{"ans', ""],
    ['{"answer": "Hel', "Hel"],
    ['{"answer":"a\\', "a"],
    ['{"answer":"a\\u00', "a"],
    ['{"answer":"\\ud83d', ""],
    ['{"answer":"\\ud83d\\ude00', "😀"],
    ['Sure:\n```json\n{"sources":["x, \\"answer\\": \\"no"],\n"answer":"yes', "yes"],
    ['{"answer":7}', ""],
  ])("of %j is %j", (json, text) => {
    expect(memberText(json, "answer")).toBe(text);
  });
});
