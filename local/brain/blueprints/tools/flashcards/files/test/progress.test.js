import assert from "node:assert/strict";
import { test } from "node:test";
import { countByBox } from "../public/features/progress.js";

test("cards are counted by box", () => {
  assert.deepEqual(countByBox([{ box: 1 }, { box: 5 }, { box: 1 }]), [2, 0, 0, 0, 1]);
});
