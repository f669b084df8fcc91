import { describe, expect, it } from "@jest/globals";
import { readAsk } from "#local/brain/recognise/ask.ts";
import { readRequest } from "#local/brain/recognise/read/read.ts";

describe("a color in words of its own is the same for an app of records and for a tool", () => {
  it.each([
    ["with gold buttons", "#ffd700"],
    ["in tomato", "#ff6347"],
    ["and paint it teal", "#0f766e"],
    [", color: #336699", "#336699"],
    ["with an accent color of crimson", "#dc143c"],
    ["in a nice green", "#15803d"],
    ["not in red", null],
  ])("%s", (words, accent) => {
    const app = readRequest([`a todo list ${words}`]).specification;
    expect(app?.look.accent).toBe(accent);
    expect(readAsk([`a counter ${words}`]).settings.get("accent") ?? null).toBe(accent);
  });
});
