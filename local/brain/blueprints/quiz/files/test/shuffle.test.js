import assert from "node:assert/strict";
import { test } from "node:test";
import { shuffledOptions } from "../public/features/shuffle.js";

test("the answer follows its option, and no option is lost", () => {
  const question = { text: "?", options: ["a", "b", "c"], answer: 2 };
  const orders = new Set();
  for (let seed = 0; seed < 20; seed++) {
    const mixed = shuffledOptions(question, seed);
    assert.equal(mixed.options[mixed.answer], "c");
    assert.deepEqual([...mixed.options].sort(), ["a", "b", "c"]);
    orders.add(mixed.options.join(""));
  }
  assert.ok(orders.size > 1);
});
