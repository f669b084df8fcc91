import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { isNestedTooDeep } from "#core/kernel/input/nesting.ts";

const nested = (levels: number, open: string, close: string, inside = "1") =>
  open.repeat(levels) + inside + close.repeat(levels);

describe("JSON that is nested too deep", () => {
  it.each([
    ["64 lists", nested(64, "[", "]"), false],
    ["65 lists", nested(65, "[", "]"), true],
    ["65 objects", nested(65, '{"a":', "}"), true],
    ["lists that never end", "[".repeat(1_000_000), true],
    ["a thousand lists beside each other", `[${"[],".repeat(1000)}1]`, false],
    ["brackets in a text", `["${"[".repeat(100)}"]`, false],
    ["brackets behind an escaped quote", `["\\"${"[".repeat(100)}"]`, false],
    ["brackets behind an escaped backslash", `["\\\\",${"[".repeat(100)}`, true],
  ])("is seen without parsing it: %s", (_, json, deep) => {
    expect(isNestedTooDeep(json)).toBe(deep);
  });

  it("is no JSON of a few levels, whatever is in it", () => {
    fc.assert(fc.property(fc.json({ maxDepth: 8 }), (json) => !isNestedTooDeep(json)));
  });
});
