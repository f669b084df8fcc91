import assert from "node:assert/strict";
import { test } from "node:test";
import { SECONDS, secondsLeft } from "../public/features/timer.js";

test("time runs down to zero and no further", () => {
  assert.equal(secondsLeft(0, 0), SECONDS);
  assert.equal(secondsLeft(0, 1500, 20), 19);
  assert.equal(secondsLeft(0, 20_000, 20), 0);
  assert.equal(secondsLeft(0, 99_000, 20), 0);
});
