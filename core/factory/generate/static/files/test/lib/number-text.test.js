import assert from "node:assert/strict";
import { test } from "node:test";
import { numberText } from "../../public/lib/number-text.js";

const text = (type, number) => numberText({ type, format: (value) => `[${value}]` }, number, { locale: "en" });

test("an average of amounts or durations is rounded to whole cents or seconds", () => {
  assert.equal(text("money", 33.4), "[33]");
  assert.equal(text("duration", 59.6), "[60]");
});

test("an average of whole numbers has one decimal, and a sum of decimals keeps its own", () => {
  assert.equal(text("integer", 41.6666), "[41.7]");
  assert.equal(text("decimal", 0.125), "[0.125]");
});

test("an average of stars is a number", () => {
  assert.equal(text("rating", 4.25), "4.3");
});

test("a computed value is written as what it results in", () => {
  assert.equal(numberText({ type: "computed", result: "money", format: String }, 9.5, { locale: "en" }), "10");
});
