import { describe, expect, it } from "@jest/globals";
import { text } from "#core/text.ts";

describe("text", () => {
  it.each(["", "plain", "ä 漢字", "👩‍🚀", "\u0000"])("takes %j", (value) => {
    expect(text().parse(value)).toBe(value);
  });

  it.each(["\ud800", "a\udc00b", "\udc00\ud800", "👩\ud83d"])(
    "refuses %j, which no UTF-8 can hold",
    (value) => {
      const { success, error } = text().safeParse(value);
      expect(success).toBe(false);
      expect(error?.issues.map(({ message }) => message)).toEqual([
        "must be well-formed Unicode, without half of a surrogate pair",
      ]);
    },
  );

  it("takes further limits", () => {
    expect(text().min(1).max(3).safeParse("").success).toBe(false);
    expect(text().min(1).max(3).safeParse("\ud800").success).toBe(false);
    expect(text().min(1).max(3).safeParse("abc").success).toBe(true);
  });
});
