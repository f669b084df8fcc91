import assert from "node:assert/strict";
import { test } from "node:test";
import { gridLines } from "../public/features/grid.js";

test("the lines of a grid lie inside the paper", () => {
  assert.deepEqual(gridLines(200), [50, 100, 150]);
});
