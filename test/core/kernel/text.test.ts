import { describe, expect, it } from "@jest/globals";
import { inOneLine, reportedText, text, truncated, wellFormed } from "#core/kernel/text.ts";

describe("the text schema", () => {
  it.each(["", "plain", "ä 漢字", "👩‍🚀", "\u0000"])("accepts %j", (value) => {
    expect(text().parse(value)).toBe(value);
  });

  it.each(["\ud800", "a\udc00b", "\udc00\ud800", "👩\ud83d"])(
    "refuses %j, which UTF-8 cannot encode",
    (value) => {
      const { success, error } = text().safeParse(value);
      expect(success).toBe(false);
      expect(error?.issues.map(({ message }) => message)).toEqual([
        "must be well-formed Unicode without lone surrogates",
      ]);
    },
  );

  it("accepts further limits", () => {
    expect(text().min(1).max(3).safeParse("").success).toBe(false);
    expect(text().min(1).max(3).safeParse("\ud800").success).toBe(false);
    expect(text().min(1).max(3).safeParse("abc").success).toBe(true);
  });
});

describe("reportedText", () => {
  it("accepts any output of a program, with U+FFFD for what UTF-8 cannot encode", () => {
    expect(reportedText().parse("a\ud800")).toBe("a\ufffd");
    expect(reportedText().max(2).safeParse("abc").success).toBe(false);
  });
});

describe("truncated", () => {
  it.each([
    ["abcd", "abcd"],
    ["abcde", "abc…"],
    ["ab👩cd", "ab\ufffd…"],
  ])("cuts %j to %j at four code units", (whole, cut) => {
    expect(truncated(whole, 4)).toBe(cut);
  });
});

describe("inOneLine", () => {
  it("replaces line breaks and runs of spaces by single spaces", () => {
    expect(inOneLine("  a\n b\t\tc ")).toBe("a b c");
  });
});

describe("wellFormed", () => {
  it("repairs every text of a value, including keys, and leaves the rest unchanged", () => {
    const date = new Date(0);
    expect(wellFormed({ "\ud800": ["\udc00", { a: "b\ud800" }, 1, null, true], date })).toEqual({
      "\ufffd": ["\ufffd", { a: "b\ufffd" }, 1, null, true],
      date,
    });
    const named = JSON.parse('{"__proto__":{"a":"b"}}');
    expect(JSON.stringify(wellFormed(named))).toBe('{"__proto__":{"a":"b"}}');
  });
});
