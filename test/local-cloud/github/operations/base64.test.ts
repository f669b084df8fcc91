import { expect, it } from "@jest/globals";
import { fromBase64 } from "#local-cloud/github/operations/base64.ts";

it.each([
  ["", ""],
  ["eA==", "x"],
  ["eA", "x"],
  ["eHk=", "xy"],
  ["eHl6", "xyz"],
  ["eH\nl6\n", "xyz"],
])("%j is base64", (text, content) => {
  expect(fromBase64(text)?.toString()).toBe(content);
});

it.each(["e", "eA=", "eHl6=", "eHl6==", "e===", "eA!=", "eA==eA==", "e-_A"])("%j is not base64", (text) => {
  expect(fromBase64(text)).toBeUndefined();
});

it("is read in any length", () => {
  expect(fromBase64("AAAA".repeat(4_000_000))).toHaveLength(12_000_000);
});
