import { expect, test } from "vitest";
import { otherTheme } from "./theme";

test("switching twice comes back", () => {
  expect(otherTheme("light")).toBe("dark");
  expect(otherTheme(otherTheme("light"))).toBe("light");
});
