import { describe, expect, it } from "@jest/globals";
import { settingOf } from "#local/brain/blueprints/setting.ts";

const size = settingOf({
  id: "size",
  initial: "small",
  patterns: [/size (\w+)/, /(\w+) one/],
  value: ([, word = ""]) => (word === "odd" ? null : word),
  stays: ([text, word]) => (word === "kept" ? text : word === "half" ? "halves" : ""),
  said: { en: "Its size is % (%).", de: "%", fr: "%", es: "%" },
  shown: (value) => (value === "silent" ? [] : [value.toUpperCase(), "$&"]),
});

describe("a setting", () => {
  it("has the value of the first pattern that finds one, and leaves the other words", () => {
    expect(size.read("a box of size large please")).toEqual({ value: "large", rest: "a box of please" });
    expect(size.read("a red one of size odd")).toEqual({ value: "red", rest: "a of size odd" });
    expect(size.read("size odd")).toBeNull();
    expect(size.read("a box")).toBeNull();
  });

  it("leaves words that name something else as well", () => {
    expect(size.read("the  size kept, yes")).toEqual({ value: "kept", rest: "the  size kept, yes" });
    expect(size.read("the size half")).toEqual({ value: "half", rest: "the halves" });
  });

  it("is told with its texts as they are, or not at all", () => {
    expect(size.spoken("large", "en")).toBe("Its size is LARGE ($&).");
    expect(size.spoken("silent", "en")).toBe("");
  });
});
