import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_ENTRIES, parseEntries, pick, readEntries, rotationTo, sliceAt, slicePath } from "../public/model/wheel.js";

test("each line is an entry, and empty lines are none", () => {
  assert.deepEqual(readEntries(" Anna \n\nBen\n  \n"), ["Anna", "Ben"]);
  assert.equal(readEntries("x\n".repeat(99)).length, MAX_ENTRIES);
});

test("the wheel stops at the entry that was picked", () => {
  for (let count = 2; count <= 20; count++)
    for (let seed = 0; seed < 40; seed++) {
      const chosen = pick(count, seed);
      assert.equal(sliceAt(rotationTo(chosen, count, seed * 97), count), chosen.index);
    }
});

test("it always turns forwards, at least four times", () => {
  const chosen = pick(6, 1);
  const first = rotationTo(chosen, 6, 0);
  assert.ok(first >= 4 * 360);
  assert.ok(rotationTo(chosen, 6, first) >= first + 4 * 360);
});

test("all entries are picked about equally often", () => {
  const counts = Array(5).fill(0);
  for (let seed = 0; seed < 5000; seed++) counts[pick(5, seed).index]++;
  for (const count of counts) assert.ok(count > 850 && count < 1150, String(counts));
});

test("slices fill the circle", () => {
  assert.match(slicePath(0, 4), /^M0 0L0\.00 -100\.00A.*100\.00 -?0\.00Z$/);
  assert.match(slicePath(0, 1), /^M0 -100A/);
});

test("stored entries must be texts", () => {
  assert.deepEqual(parseEntries(["a", " "]), ["a"]);
  for (const wrong of [null, [1], "a"]) assert.throws(() => parseEntries(wrong), TypeError);
});
