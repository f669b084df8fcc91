import { expect, test } from "vitest";
import { matchesQuery } from "./search";

test("every word must occur, in any order and case", () => {
  expect(matchesQuery(["Buy green apples"], "APPLES buy")).toBe(true);
  expect(matchesQuery(["Buy green apples"], "apples red")).toBe(false);
  expect(matchesQuery(["Anything"], "  ")).toBe(true);
});
