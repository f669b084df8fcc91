import assert from "node:assert/strict";
import { test } from "node:test";
import { eraserOf } from "../public/features/eraser.js";

test("the eraser has the color of the paper and is never thin", () => {
  assert.deepEqual(eraserOf({ color: "#c81e1e", width: 4 }), { color: "#ffffff", width: 24 });
  assert.equal(eraserOf({ color: "#c81e1e", width: 40 }).width, 40);
});
