import assert from "node:assert/strict";
import { test } from "node:test";
import { initialTheme, otherTheme, setUpTheme } from "../public/lib/theme.js";

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

test("the theme follows the system while the page is open, until the person chooses one", () => {
  const root = { dataset: {} };
  const element = () => ({ setAttribute() {}, append() {} });
  const system = { matches: false, addEventListener: (_, listener) => (system.tell = listener) };
  const button = { setAttribute() {}, replaceChildren() {}, addEventListener: (_, listener) => (button.click = listener) };
  Object.assign(globalThis, { document: { documentElement: root, createElementNS: element }, matchMedia: () => system });
  setUpTheme(button);
  const change = (matches) => {
    system.matches = matches;
    system.tell();
    return root.dataset.theme;
  };
  assert.deepEqual([root.dataset.theme, change(true), change(false)], ["light", "dark", "light"]);
  button.click();
  assert.deepEqual([root.dataset.theme, change(true), change(false)], ["dark", "dark", "dark"]);
});
