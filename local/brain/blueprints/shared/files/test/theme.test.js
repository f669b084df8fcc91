import assert from "node:assert/strict";
import { test } from "node:test";
import { initialTheme, otherTheme } from "../public/lib/theme.js";

test("a kept choice wins over the system's preference", () => {
  assert.equal(initialTheme("light", true), "light");
  assert.equal(initialTheme("dark", false), "dark");
});

test("without a choice, or with nonsense, the system decides", () => {
  assert.equal(initialTheme(null, true), "dark");
  assert.equal(initialTheme("purple", false), "light");
});

test("switching twice comes back", () => {
  assert.equal(otherTheme("light"), "dark");
  assert.equal(otherTheme(otherTheme("light")), "light");
});
