import assert from "node:assert/strict";
import { test } from "node:test";
import { NOT_STARTED, started, stopped, timeOf } from "../public/features/time.js";

test("the clock starts with the first move and stops with the last", () => {
  const running = started(started(NOT_STARTED, 1000), 5000);
  assert.equal(timeOf(running, 4000), 3000);
  assert.equal(timeOf(stopped(running, 6000), 99_000), 5000);
});

test("before the first move no time passes", () => {
  assert.equal(timeOf(NOT_STARTED, 5000), 0);
  assert.equal(stopped(NOT_STARTED, 1), NOT_STARTED);
});
