import assert from "node:assert/strict";
import { test } from "node:test";
import { play, SOUNDS } from "../public/features/sound.js";

test("sounds are short, and without audio nothing breaks", () => {
  for (const [name, [, seconds]] of Object.entries(SOUNDS)) {
    assert.ok(seconds < 1);
    assert.doesNotThrow(() => play(name));
  }
});
