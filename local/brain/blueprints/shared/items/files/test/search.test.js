import assert from "node:assert/strict";
import { test } from "node:test";
import { search } from "../public/features/search.js";

const finds = (title, query, tags) => search.matches({ title, tags }, { query });

test("every word must occur, in any order and case", () => {
  assert.equal(finds("Buy green apples", "APPLES buy"), true);
  assert.equal(finds("Buy green apples", "apples red"), false);
});

test("an empty query shows everything", () => {
  assert.equal(finds("Anything", "   "), true);
});

test("tags are searched too", () => {
  assert.equal(finds("Call", "family", ["family"]), true);
});

test("longer text is searched too", () => {
  assert.equal(search.matches({ title: "Plan", text: "meet at noon" }, { query: "NOON" }), true);
});
