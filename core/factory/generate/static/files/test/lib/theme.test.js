import assert from "node:assert/strict";
import { test } from "node:test";
import "../support/browser.js";
import { createMedia } from "../support/media.js";
import { initialTheme, themeButton } from "../../public/lib/theme.js";

const DARK = "(prefers-color-scheme: dark)";
const words = { useDark: "Use dark", useLight: "Use light" };
const shown = () => document.documentElement.dataset.theme;

test("a kept choice wins over the system, and nonsense is none", () => {
  assert.deepEqual([initialTheme("light", true), initialTheme("purple", true)], ["light", "dark"]);
});

test("the theme follows the system while the app is open, until the person chooses one", () => {
  const media = createMedia();
  const button = themeButton({ database: "theme-test", words });
  assert.equal(shown(), "light");
  media.set(DARK, true);
  assert.deepEqual([shown(), button.title], ["dark", "Use light"]);
  media.set(DARK, false);
  assert.equal(shown(), "light");
  button.click();
  assert.equal(shown(), "dark");
  media.set(DARK, true);
  media.set(DARK, false);
  assert.equal(shown(), "dark");
});

test("a choice is kept for the next time", () => {
  createMedia();
  themeButton({ database: "theme-test", words });
  assert.equal(shown(), "dark");
});
