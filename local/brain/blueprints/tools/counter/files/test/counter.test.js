import assert from "node:assert/strict";
import { test } from "node:test";
import { createCounterModel } from "../public/model/counter.js";

const settings = { start: 0, lowest: -999_999_999_999, highest: 999_999_999_999, step: 1 };
const model = createCounterModel([], settings);
const one = [model.create("a", "Push-ups")];

test("a counter counts up and down, below zero, too", () => {
  assert.equal(model.count(one, "a", 1)[0].count, 1);
  assert.equal(model.count(one, "a", -2)[0].count, -2);
  assert.equal(one[0].count, 0);
});

test("only the counter that is meant changes", () => {
  const two = [...one, model.create("b", "Squats")];
  assert.deepEqual(model.count(two, "b", 3).map(({ count }) => count), [0, 3]);
  assert.deepEqual(model.reset(model.count(two, "b", 3), "b").map(({ count }) => count), [0, 0]);
});

test("a feature adds its own fields", () => {
  const stepped = createCounterModel([{ read: ({ step }) => ({ step: step ?? 5 }) }], settings);
  assert.equal(stepped.count([stepped.create("a", "")], "a", 2)[0].count, 10);
});

test("numbers stay in a range that can be shown", () => {
  assert.equal(model.count(one, "a", 1e15)[0].count, 999_999_999_999);
});

test("a counter starts, counts and stays where it is set to", () => {
  const tens = createCounterModel([], { start: 10, lowest: 0, highest: 25, step: 10 });
  const [ten] = [tens.create("a", "")];
  assert.equal(ten.count, 10);
  assert.deepEqual([1, 2, -1, -2].map((steps) => tens.count([ten], "a", steps)[0].count), [20, 25, 0, 0]);
  assert.equal(tens.reset([{ ...ten, count: 20 }], "a")[0].count, 10);
});

test("stored counters are cleaned", () => {
  assert.deepEqual(model.parse([{ id: "x", name: 5, count: "7" }, { name: "no id" }]), [{ id: "x", name: "", count: 0 }]);
  assert.throws(() => model.parse({}), TypeError);
});
