import assert from "node:assert/strict";
import { test } from "node:test";
import { pins } from "../public/features/pins.js";

test("only a real yes pins a note", () => {
  assert.deepEqual(pins.read({ pinned: "true" }), { pinned: false });
  assert.deepEqual(pins.read({ pinned: true }), { pinned: true });
});

test("pinned notes come first and say so", () => {
  const sorted = [{ pinned: false }, { pinned: true }].sort(pins.compare);
  assert.equal(sorted[0].pinned, true);
  assert.equal(pins.badges({ pinned: true })[0].text, "Pinned");
  assert.deepEqual(pins.badges({ pinned: false }), []);
});
