import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { callsToAction, menuOf } from "../public/model/sections.js";

const page = readFileSync(new URL("../public/index.html", import.meta.url), "utf8");

test("the menu follows the page and leaves out what is unknown", () => {
  assert.deepEqual(
    menuOf(["steps", "unknown", "faq"]).map(({ href }) => href),
    ["#steps", "#faq"],
  );
});

test("contact is the first call, then prices", () => {
  const calls = callsToAction(["highlights", "pricing", "contact"]);
  assert.deepEqual(
    calls.map(({ href, quiet }) => [href, quiet]),
    [
      ["#contact", false],
      ["#pricing", true],
    ],
  );
});

test("a page without sections asks for nothing", () => {
  assert.deepEqual(callsToAction([]), []);
  assert.deepEqual(menuOf([]), []);
});

test("the page has one main heading and a title", () => {
  assert.equal(page.match(/<h1[ >]/g).length, 1);
  assert.match(page, /<title>[^<]+<\/title>/);
});

test("the page loads nothing from other hosts", () => {
  assert.doesNotMatch(page, /(src|href)="(https?:)?\/\//);
  assert.match(page, /Content-Security-Policy/);
});
