import assert from "node:assert/strict";
import { test } from "node:test";
import { LENGTHS } from "../public/features/lengths.js";

test("longer lengths have more sentences", () => {
  const counts = Object.values(LENGTHS).map(({ sentences }) => sentences);
  assert.deepEqual(counts, [...counts].sort((a, b) => a - b));
});
