import assert from "node:assert/strict";
import { test } from "node:test";
import { PRESETS, presetName } from "../public/features/presets.js";

test("presets rise, and each has its own name", () => {
  assert.deepEqual(PRESETS, [...PRESETS].sort((a, b) => a - b));
  assert.equal(new Set(PRESETS.map(presetName)).size, PRESETS.length);
  assert.equal(presetName(60), "1 h");
});
