import assert from "node:assert/strict";
import { test } from "node:test";
import { countdownText, elapsedText } from "../public/lib/duration.js";

test("a countdown shows started seconds as whole ones", () => {
  assert.deepEqual([30_000, 29_999, 29_000, 1, 0].map(countdownText), ["00:30", "00:30", "00:29", "00:01", "00:00"]);
});

test("hours appear only when there are some", () => {
  assert.equal(countdownText(3_599_000), "59:59");
  assert.equal(countdownText(3_665_000), "1:01:05");
});

test("elapsed time has tenths, which are not rounded up", () => {
  assert.equal(elapsedText(12_399), "00:12.3");
  assert.equal(elapsedText(3_600_000), "1:00:00.0");
});
