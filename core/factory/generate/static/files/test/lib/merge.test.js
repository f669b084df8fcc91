import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeValues, replacedValues, same } from "../../public/lib/merge.js";

test("what only one side changed is changed", () => {
  assert.deepEqual(mergeValues({ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 3 }), { a: 2, b: 3 });
});

test("what both changed is what this edit says", () => {
  assert.deepEqual(mergeValues({ a: 1 }, { a: 2 }, { a: 3 }), { a: 2 });
});

test("values that the edit does not know stay", () => {
  assert.deepEqual(mergeValues({}, { a: 1 }, { favorite: true }), { favorite: true, a: 1 });
});

test("of lists, additions and removals of both sides count", () => {
  assert.deepEqual(mergeValues({ l: ["a", "b"] }, { l: ["b", "c"] }, { l: ["a", "b", "d"] }), { l: ["b", "c", "d"] });
});

test("values are the same if what they hold is the same; nothing and null are the same", () => {
  assert.ok(same({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }));
  assert.ok(same(undefined, null));
  assert.ok(!same([1], [1, 2]));
  assert.ok(!same({ a: 1 }, { a: 1, b: 2 }));
  assert.ok(!same(new Blob(["a"]), new Blob(["a"])));
});

test("a value takes the place of another only if both sides changed it, each to something else", () => {
  const replaced = (base, mine, theirs) => replacedValues({ a: base }, { a: mine }, { a: theirs });
  assert.deepEqual(replaced("x", "mine", "theirs"), ["a"]);
  assert.deepEqual(replaced("x", null, "theirs"), ["a"]);
  assert.deepEqual(replaced("x", "both", "both"), []);
  assert.deepEqual(replaced("x", "mine", "x"), []);
  assert.deepEqual(replaced("x", "x", "theirs"), []);
  assert.deepEqual(replaced(["x"], ["x", "mine"], ["theirs"]), []);
});
