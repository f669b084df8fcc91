import { describe, expect, test } from "@jest/globals";
import { mergeText } from "#core/factory/change/merge/merge-text.ts";

const text = (...lines: string[]) => lines.map((line) => `${line}\n`).join("");
const merge = (base: string, ours: string, theirs: string) => mergeText("app.js", base, ours, theirs);

describe("merging text by lines", () => {
  test("keeps the changes of both sides when a line lies between them", () => {
    const merged = merge(text("a", "b", "c"), text("A", "b", "c"), text("a", "b", "c", "d"));
    expect(merged).toEqual({ value: text("A", "b", "c", "d") });
  });

  test("takes a change that both sides made once", () => {
    expect(merge(text("a", "b"), text("a", "x", "b"), text("a", "x", "b"))).toEqual({
      value: text("a", "x", "b"),
    });
  });

  test("refuses changes of the same place, with the lines of the edited file", () => {
    const merged = merge(text("a", "b", "c"), text("new", "a", "B", "x", "c"), text("a", "other", "c"));
    expect(merged).toEqual({
      conflicts: [
        {
          path: "app.js",
          lines: { from: 3, to: 4 },
          sentence:
            "Lines 3 to 4 of app.js were edited since the file was generated, and the change needs another text there.",
        },
      ],
    });
  });

  test("refuses changes that touch each other", () => {
    expect(merge(text("a", "b"), text("A", "b"), text("a", "B"))).toHaveProperty("conflicts");
  });

  test("refuses an edit of what the other side removed", () => {
    expect(merge(text("a", "b", "c"), text("a", "c"), text("a", "B", "c"))).toMatchObject({
      conflicts: [{ sentence: expect.stringMatching(/^What stood before line 2 of app.js was removed/) }],
    });
  });

  test("keeps line endings and a missing last one", () => {
    expect(merge("a\r\nb\r\nc", "a\r\nb\r\nC", "x\r\nb\r\nc")).toEqual({ value: "x\r\nb\r\nC" });
  });
});
