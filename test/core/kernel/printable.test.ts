import { describe, expect, it } from "@jest/globals";
import { printable, printableJson, printableLine } from "#core/kernel/printable.ts";
import { fc, runs } from "#test/support/property.ts";

/** Everything that has an effect on a terminal, or none that can be seen. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e001f}]/u;

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          "\x1b[31m",
          "\x1b]0;",
          "\x1b]8;;http://x\x1b\\",
          "\x07",
          "\x1b\\",
          "\x1bP",
          "\x1b_G",
          "\x9b",
          "\x9d",
        ),
        fc.constantFrom(
          "\u202e",
          "\u2066",
          "\u200e",
          "\u200b",
          "\u2028",
          "\ud800",
          "\r",
          "\x1b",
          "\x1b[",
          "\x1b(",
          "\x1b#8",
        ),
        fc.string(),
      ),
    )
    .map((parts) => parts.join("")),
);

describe("a text from outside", () => {
  it.each([
    ["a title of the window", "a\x1b]0;owned\x07b", "ab"],
    ["a link", "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\", "click"],
    ["the clipboard", "a\x1b]52;c;cm0gLXJm\x07b", "ab"],
    ["colours", "\x1b[1;31mred\x1b[0m \x1b[38:2::1:2:3mtrue\x1b[m", "red true"],
    ["cursor movements and clearing", "a\x1b[2J\x1b[1;1Hb\x1b[?1049h", "ab"],
    ["device control strings", "a\x1bP+q544e\x1b\\b", "ab"],
    ["application commands", "a\x1b_Gf=100;AAAA\x1b\\b\x1b^pm\x1b\\c\x1bXsos\x1b\\d", "abcd"],
    ["single escapes", "a\x1bcb\x1b(0c\x1b7d\x1b#8e", "abcde"],
    ["the eight-bit forms", "a\x9b31mb\x9d0;t\x9cc\x90q\x9cd\x85e", "abcde"],
    ["a string that does not end, up to the end of its line", "a\x1b]0;behind it\nb", "a\nb"],
    ["a sequence that is cut off", "a\x1b[31", "a"],
    ["a carriage return that overwrites", "safe\rEVIL", "safeEVIL"],
    ["marks of direction", "exe.\u202egpj\u202c \u2067x\u2069 \u200e\u200f\u061cy", "exe.gpj x y"],
    ["invisible characters", "pay\u200bpal\u2060\ufeff\u00ad\u{e0041}\u3164", "paypal"],
    ["halves of surrogate pairs", "a\ud83db", "ab"],
    ["joiners outside an emoji", "a\u200db\ufe0f", "ab"],
  ])("is printed without %s", (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it.each(["Zażółć gęślą jaźń", "日本語の\tタイトル\n", "مهام", "👩‍💻 ❤️ 🇩🇪 👍🏽", "C:\\[0m {a} ~!@#", ""])(
    "is unchanged when it is harmless: %j",
    (text) => {
      expect(printable(text)).toBe(text);
    },
  );

  it("keeps line breaks, also those of Windows, or becomes one line on request", () => {
    expect(printable("a\r\nb\n\tc")).toBe("a\nb\n\tc");
    expect(printableLine(" a\r\n\tb\u2028c  d ")).toBe("a b c d");
  });

  it("contains no terminal control sequence once cleaned, and cleaning it again changes nothing", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = printable(text);
        expect(shown).not.toMatch(FORBIDDEN);
        expect(shown.isWellFormed()).toBe(true);
        expect(printable(shown)).toBe(shown);
        expect(printableLine(text)).not.toMatch(/[\n\t]/);
      }),
      { numRuns: runs(2000) },
    );
  });

  it("keeps the value of JSON without terminal control sequences", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const json = printableJson({ text });
        expect(json).not.toMatch(FORBIDDEN);
        expect(json).not.toMatch(/[\n\t]/);
        expect(JSON.parse(json)).toEqual({ text });
      }),
      { numRuns: runs(2000) },
    );
  });
});
