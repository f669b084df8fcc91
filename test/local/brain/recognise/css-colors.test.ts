import { describe, expect, it } from "@jest/globals";
import { LOCALES } from "#core/factory/specification/specification.ts";
import { colorWords } from "#local/brain/recognise/read/shades.ts";
import { consult } from "#local/brain/roles/consultant.ts";

const planned = (message: string) => consult({ messages: [message] }).proposal;
const accentOf = (message: string) => planned(message)?.specification?.look.accent;

describe("the named colors of CSS", () => {
  it.each([
    ["a habit tracker in rebecca purple", "#663399"],
    ["a habit tracker in rebeccapurple", "#663399"],
    ["a habit tracker in lightslategrey", "#778899"],
    ["a habit tracker in tomato color", "#ff6347"],
    ["ein Habit-Tracker in steelblue", "#4682b4"],
    ["a website for a bakery in dark olive green", "#556b2f"],
  ])("are read as the accent: %s", (message, accent) => expect(accentOf(message)).toBe(accent));

  it.each([
    ["a habit tracker in green", "#15803d"],
    ["a habit tracker in navy", "#1e3a8a"],
  ])("do not replace the everyday colors, which are readable: %s", (message, accent) => {
    expect(accentOf(message)).toBe(accent);
  });

  it.each(["a tomato plant tracker", "a chocolate recipe book"])("leave things alone: %s", (message) => {
    expect(accentOf(message)).toBeNull();
  });

  it.each(LOCALES)("have one meaning for each word: %s", (locale) => {
    const words = colorWords(locale);
    expect(new Set(words.map(([word]) => word)).size).toBe(words.length);
    for (const [, hex] of words) expect(hex).toMatch(/^#[\da-f]{6}$/);
  });
});
