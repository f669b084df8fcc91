import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryAfter, parseMemory } from "../public/features/memory.js";

test("numbers are added to the memory and taken from it, exactly", () => {
  assert.equal(memoryAfter("0.1", "M+", "0.2"), "0.3");
  assert.equal(memoryAfter("0.3", "M−", "1"), "−0.7");
  assert.equal(memoryAfter("−0.7", "M+", "1"), "0.3");
});

test("recall changes nothing, clear empties it, and a display without a number is ignored", () => {
  assert.equal(memoryAfter("5", "MR", "9"), "5");
  assert.equal(memoryAfter("5", "MC", "9"), "0");
  assert.equal(memoryAfter("5", "M+", ""), "5");
});

test("a stored memory must be a number", () => {
  assert.equal(parseMemory("2.5"), "2.5");
  for (const wrong of [null, "two", 3]) assert.throws(() => parseMemory(wrong), TypeError);
});
