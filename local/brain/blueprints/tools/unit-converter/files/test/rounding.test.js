import assert from "node:assert/strict";
import { test } from "node:test";
import { readDecimal } from "../public/lib/exact.js";
import { parsePlaces, PLACES, roundTo } from "../public/features/rounding.js";

const round = (text, places) => roundTo(readDecimal(text), places);

test("numbers are rounded half up, and keep their places", () => {
  assert.equal(round("2.345", 2), "2.35");
  assert.equal(round("-2.345", 2), "−2.35");
  assert.equal(round("2", 3), "2.000");
  assert.equal(round("2.5", 0), "3");
});

test("a stored choice must be one of those offered", () => {
  for (const places of PLACES) assert.equal(parsePlaces(places), places);
  for (const wrong of [-1, 99, "2"]) assert.throws(() => parsePlaces(wrong), TypeError);
});
