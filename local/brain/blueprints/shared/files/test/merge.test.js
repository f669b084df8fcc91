import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeItems } from "../public/lib/merge.js";

const item = (id, text = id, more = {}) => ({ id, text, ...more });
const base = [item("a"), item("b"), item("c")];

test("additions of both tabs stay", () => {
  assert.deepEqual(mergeItems(base, [...base, item("m")], [...base, item("t")]), [...base, item("m"), item("t")]);
});

test("what one tab changed or removed is changed or removed", () => {
  const mine = [item("a", "mine"), item("b"), item("c")];
  assert.deepEqual(mergeItems(base, mine, [item("a"), item("c")]), [item("a", "mine"), item("c")]);
  assert.deepEqual(mergeItems(base, [item("b"), item("c")], [item("a"), item("b", "theirs"), item("c")]), [item("b", "theirs"), item("c")]);
});

test("a change wins over a removal", () => {
  assert.deepEqual(mergeItems([item("a")], [], [item("a", "theirs")]), [item("a", "theirs")]);
  assert.deepEqual(mergeItems([item("a")], [item("a", "mine")], []), [item("a", "mine")]);
});

test("of an item that both changed, each keeps the fields it changed", () => {
  const was = [item("a", "old", { done: false })];
  const merged = mergeItems(was, [item("a", "old", { done: true })], [item("a", "new", { done: false })]);
  assert.deepEqual(merged, [item("a", "new", { done: true })]);
});

test("items without an id are known by their content", () => {
  assert.deepEqual(mergeItems(["x", "y"], ["x", "y", "m"], ["x", "t"]), ["x", "m", "t"]);
});

test("anything but lists is this tab's", () => {
  assert.equal(mergeItems(1, 2, 3), 2);
});
