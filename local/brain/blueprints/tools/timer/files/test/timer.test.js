import assert from "node:assert/strict";
import { test } from "node:test";
import {
  createTimer,
  extend,
  isOver,
  isRunning,
  MAX_LENGTH,
  parseTimer,
  pause,
  readLength,
  remaining,
  reset,
  settle,
  shareLeft,
  start,
} from "../public/model/timer.js";

const running = start(createTimer(30_000), 1000);

test("a running timer is measured against the clock, however late it is asked", () => {
  assert.equal(remaining(running, 11_000), 20_000);
  assert.equal(remaining(running, 999_000), 0);
  assert.equal(shareLeft(running, 16_000), 0.5);
});

test("a pause stops the time, and it goes on from there", () => {
  const paused = pause(running, 11_000);
  assert.equal(remaining(paused, 999_000), 20_000);
  assert.equal(remaining(start(paused, 50_000), 60_000), 10_000);
});

test("it is over once its end has passed, and starts again in full", () => {
  assert.equal(settle(running, 30_999), running);
  const over = settle(running, 31_000);
  assert.equal(isOver(over), true);
  assert.equal(remaining(start(over, 0), 0), 30_000);
  assert.deepEqual(reset(over), createTimer(30_000));
});

test("starting twice changes nothing", () => {
  assert.equal(start(running, 9000), running);
  assert.equal(isRunning(start(createTimer(0), 0)), false);
});

test("time can be added while it runs and while it is paused", () => {
  assert.equal(remaining(extend(running, 60_000, 11_000), 11_000), 80_000);
  assert.equal(extend(createTimer(1000), 60_000, 0).left, 61_000);
  assert.equal(extend(createTimer(MAX_LENGTH), 60_000, 0).left, MAX_LENGTH);
});

test("a length is read from hours, minutes and seconds", () => {
  assert.equal(readLength({ hours: "1", minutes: "2", seconds: "3" }), 3_723_000);
  assert.equal(readLength({ hours: "", minutes: "0", seconds: "90" }), 90_000);
  for (const wrong of ["-1", "1.5", "x", "0"]) assert.equal(readLength({ hours: 0, minutes: 0, seconds: wrong }), null);
  assert.equal(readLength({ hours: 100, minutes: 0, seconds: 0 }), null);
});

test("a stored timer must be one", () => {
  assert.deepEqual(parseTimer({ ...running, more: 1 }), running);
  for (const wrong of [null, {}, { length: 1, left: -1, end: null }, { length: 1, left: 1 }])
    assert.throws(() => parseTimer(wrong), TypeError);
});
