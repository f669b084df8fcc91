import { describe, expect, it } from "@jest/globals";
import { containsEvery, searchWords } from "#core/kernel/list/search-words.ts";

describe("a search by words", () => {
  it.each([
    ["", []],
    ["  ", []],
    [" Task\tMANAGER ", ["task", "manager"]],
  ])("reads %j as %j", (q, words) => {
    expect(searchWords(q)).toEqual(words);
  });

  it("finds texts that contain every word, in any of them and in any case", () => {
    expect(containsEvery(["task", "anna"], ["Task Manager", "for Anna"])).toBe(true);
    expect(containsEvery(["task", "bob"], ["Task Manager", "for Anna"])).toBe(false);
    expect(containsEvery(["managerfor"], ["Manager", "for"])).toBe(false);
    expect(containsEvery([], [])).toBe(true);
  });
});
