import { describe, expect, it } from "@jest/globals";
import { continuationRequest, splice } from "#core/model/continuation.ts";
import { fc } from "#test/support/property.ts";

const LINES = Array.from({ length: 40 }, (_, line) => `const value${line} = ${line * 7};`);
const WHOLE = LINES.join("\n");

describe("joining a text that was cut off and its continuation", () => {
  it("restores the text, wherever it was cut and however much of its end is repeated", () => {
    const places = fc.integer({ min: 30, max: WHOLE.length - 1 });
    const check = (cut: number, overlap: number) => {
      const before = WHOLE.slice(0, cut);
      expect(splice(before, WHOLE.slice(cut - (overlap < 8 ? 0 : overlap)))).toBe(WHOLE);
    };
    fc.assert(fc.property(places, fc.integer({ min: 0, max: 30 }), check));
  });

  it.each(["```js\n", "Here is the rest:\n", "Here is the rest:\n```js\n"])(
    "leaves out an introduction: %j",
    (intro) => {
      const cut = 300;
      const repeated =
        intro.endsWith("rest:\n") || intro.includes("rest") ? WHOLE.slice(cut - 60) : WHOLE.slice(cut);
      expect(splice(WHOLE.slice(0, cut), `${intro}${repeated}\n\`\`\``).startsWith(WHOLE)).toBe(true);
    },
  );

  it("shows the model the end of what there is", () => {
    expect(continuationRequest(WHOLE).endsWith(WHOLE.slice(-100))).toBe(true);
    expect(continuationRequest(WHOLE).length).toBeLessThan(600);
  });
});
