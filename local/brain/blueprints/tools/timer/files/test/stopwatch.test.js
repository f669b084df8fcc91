import assert from "node:assert/strict";
import { test } from "node:test";
import { elapsed, lap, lapTimes, parseWatch, STOPPED, toggle } from "../public/features/stopwatch.js";

test("time adds up over several runs", () => {
  const once = toggle(toggle(STOPPED, 1000), 4000);
  assert.equal(elapsed(once, 99_000), 3000);
  assert.equal(elapsed(toggle(once, 10_000), 12_000), 5000);
});

test("laps have their own times, newest first", () => {
  const running = lap(lap(toggle(STOPPED, 0), 2000), 5000);
  assert.deepEqual(lapTimes(running), [
    { number: 2, own: 3000, total: 5000 },
    { number: 1, own: 2000, total: 2000 },
  ]);
  assert.equal(lap(STOPPED, 5).laps.length, 0);
});

test("a clock that was set back does not count backwards", () => {
  assert.equal(elapsed(toggle(STOPPED, 5000), 1000), 0);
});

test("a stored stopwatch must be one", () => {
  assert.deepEqual(parseWatch({ before: 1, start: null, laps: [1, "x"] }), { before: 1, start: null, laps: [1] });
  assert.throws(() => parseWatch({ before: -1, start: null, laps: [] }), TypeError);
});
