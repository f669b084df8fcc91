import assert from "node:assert/strict";
import { test } from "node:test";
import { shifted, shiftText } from "../public/features/planner.js";

const NOW = Date.parse("2026-05-04T10:20:30Z");

test("other hours are as far from now as they say", () => {
  assert.equal(shifted(NOW, 0), NOW);
  assert.equal(new Date(shifted(NOW, 5)).toISOString(), "2026-05-04T15:20:30.000Z");
  assert.equal(new Date(shifted(NOW, -11)).toISOString(), "2026-05-03T23:20:30.000Z");
});

test("the past and the future have different words", () => {
  assert.notEqual(shiftText(3), shiftText(-3));
  assert.match(shiftText(-3), /3/);
});
