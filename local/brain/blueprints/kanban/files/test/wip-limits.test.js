import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMITS, load } from "../public/features/wip-limits.js";

test("a column with a limit shows it and says when it is over", () => {
  assert.deepEqual(load("doing", LIMITS.doing), { text: `${LIMITS.doing} / ${LIMITS.doing}`, over: false });
  assert.equal(load("doing", LIMITS.doing + 1).over, true);
});

test("a column without a limit only counts", () => {
  assert.deepEqual(load("todo", 99), { text: "99", over: false });
});
