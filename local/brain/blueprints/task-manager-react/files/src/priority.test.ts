import { expect, test } from "vitest";
import { readPriority } from "./priority";

test("an unknown priority counts as normal", () => {
  expect(readPriority("high")).toBe("high");
  expect(readPriority("urgent!")).toBe("normal");
});
