import assert from "node:assert/strict";
import { test } from "node:test";
import { SPEEDS, speedName } from "../public/features/speeds.js";

test("a faster speed has shorter steps, and each has a name", () => {
  assert.ok(SPEEDS.slow > SPEEDS.medium && SPEEDS.medium > SPEEDS.fast);
  assert.deepEqual(Object.keys(SPEEDS).map(speedName), ["{{say_slow}}", "{{say_medium}}", "{{say_fast}}"]);
});
