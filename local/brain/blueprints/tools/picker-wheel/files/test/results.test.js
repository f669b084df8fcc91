import assert from "node:assert/strict";
import { test } from "node:test";
import { tally, withResult } from "../public/features/results.js";

test("results are counted, most often first", () => {
  const results = ["a", "b", "b"].reduce(withResult, []);
  assert.deepEqual(tally(results), [
    { name: "b", count: 2 },
    { name: "a", count: 1 },
  ]);
});

test("only the last thirty are kept", () => {
  let results = [];
  for (let index = 0; index < 40; index++) results = withResult(results, String(index));
  assert.equal(results.length, 30);
  assert.equal(results[0], "39");
});
