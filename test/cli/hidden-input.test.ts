import { describe, expect, it } from "@jest/globals";
import { type HiddenInput, NOTHING_TYPED, typed } from "#cli/secrets/hidden-input.ts";
import { fc } from "#test/support/property.ts";

const keys = (text: string): HiddenInput => [...text].reduce(typed, NOTHING_TYPED);

describe("input at a hidden prompt", () => {
  it.each([
    ["ends with Enter", "abc\r", { text: "abc", ended: "entered" }],
    ["forgets what comes behind Enter", "abc\nrm -rf\n", { text: "abc", ended: "entered" }],
    ["loses its last character by Backspace, whatever its size", "aß😀\x7f\x7f", { text: "a" }],
    ["has nothing to lose by more Backspaces", "\x7f\x7fa", { text: "a" }],
    ["is cleared by Ctrl+U", "abc\x15d", { text: "d" }],
    ["is given up by Ctrl+C", "abc\x03", { ended: "interrupted" }],
    ["is given up by Ctrl+D when it is empty", "\x04", { ended: "interrupted" }],
    ["ends with Ctrl+D when it is not", "a\x04", { text: "a", ended: "entered" }],
    ["is not changed by arrows, Home and function keys", "a\x1b[A\x1b[1;5Cb\x1bOP\x1b[3~c", { text: "abc" }],
    ["is not changed by other control characters", "a\x00\x07b", { text: "ab" }],
    ["keeps the lines of a paste", "\x1b[200~{\r\n}\x1b[201~\r", { text: "{\n\n}", ended: "entered" }],
    ["goes on behind a paste", "a\x1b[200~b\x1b[201~c", { text: "abc", pasting: false }],
  ])("%s", (_, text, expected) => {
    expect(keys(text)).toMatchObject(expected);
  });

  it("accepts any printable text, pasted or typed", () => {
    const printable = fc.string({
      unit: fc.string({ minLength: 1, maxLength: 1 }).filter((c) => c >= " " && c < "\x7f"),
    });
    fc.assert(
      fc.property(printable, (text) => {
        expect(keys(`${text}\r`).text).toBe(text);
        expect(keys(`\x1b[200~${text}\x1b[201~\r`).text).toBe(text);
      }),
    );
  });
});
