import assert from "node:assert/strict";
import { test } from "node:test";
import { LEVELS } from "../public/features/levels.js";
import { newGame } from "../public/model/memory.js";

test("every level fills its rows", () => {
  for (const { pairs, columns } of Object.values(LEVELS)) {
    assert.equal(newGame(1, pairs).cards.length, 2 * pairs);
    assert.equal((2 * pairs) % columns, 0);
  }
});
