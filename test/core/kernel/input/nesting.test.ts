import { describe, expect, it } from "@jest/globals";
import { isNestedTooDeep } from "#core/kernel/input/nesting.ts";
import { fc } from "#test/support/property.ts";

const nested = (levels: number, open: string, close: string, inside = "1") =>
  open.repeat(levels) + inside + close.repeat(levels);

describe("the nesting limit of JSON", () => {
  it.each([
    ["64 lists", nested(64, "[", "]"), false],
    ["65 lists", nested(65, "[", "]"), true],
    ["65 objects", nested(65, '{"a":', "}"), true],
    ["a million lists without an end", "[".repeat(1_000_000), true],
    ["a thousand adjacent lists", `[${"[],".repeat(1000)}1]`, false],
    ["brackets in a text", `["${"[".repeat(100)}"]`, false],
    ["brackets after an escaped quote", `["\\"${"[".repeat(100)}"]`, false],
    ["brackets after an escaped backslash", `["\\\\",${"[".repeat(100)}`, true],
  ])("is checked without parsing: %s", (_, json, deep) => {
    expect(isNestedTooDeep(json)).toBe(deep);
  });

  it("is never exceeded by JSON of a few levels, whatever its content", () => {
    fc.assert(fc.property(fc.json({ maxDepth: 8 }), (json) => !isNestedTooDeep(json)));
  });
});
