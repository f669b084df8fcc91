import { expect, it } from "@jest/globals";
import { plainLine, visible } from "#web/work/plain-line.ts";

it.each([
  ["\u001b[32m✔\u001b[0m passed", "✔ passed"],
  ["\u001b]0;title\u0007text", "text"],
  ["\u001b]8;;https://evil.test\u001b\\link\u001b]8;;\u001b\\", "link"],
  ["10 %\r50 %\r100 %", "100 %"],
  ["windows\r", "windows"],
  ["a\tb", "a\tb"],
])("%j is shown as %j", (line, shown) => {
  expect(plainLine(line)).toBe(shown);
});

it.each([
  ["user\u202egnp.exe", "user‹U+202E›gnp.exe"],
  ["zero\u200bwidth", "zero‹U+200B›width"],
  ["bell\u0007", "bell‹U+0007›"],
])("%j shows what hides something", (text, shown) => {
  expect(visible(text)).toBe(shown);
});

it("cuts lines that are too long to draw", () => {
  expect(plainLine("x".repeat(100_000)).length).toBeLessThan(2010);
});
