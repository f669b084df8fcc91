import assert from "node:assert/strict";
import { test } from "node:test";
import { directionOf, swipeOf } from "../public/lib/arrows.js";

test("arrow keys and letters give a direction", () => {
  assert.deepEqual(["ArrowUp", "a", "D", "s"].map(directionOf), ["up", "left", "right", "down"]);
  assert.equal(directionOf("x"), undefined);
});

test("a swipe has the direction of its longer side, and a short one none", () => {
  assert.equal(swipeOf(60, 20), "right");
  assert.equal(swipeOf(-60, 20), "left");
  assert.equal(swipeOf(10, 40), "down");
  assert.equal(swipeOf(-20, -40), "up");
  assert.equal(swipeOf(10, 10), null);
});
