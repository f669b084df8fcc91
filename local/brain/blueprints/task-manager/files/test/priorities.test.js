import assert from "node:assert/strict";
import { test } from "node:test";
import { priorities } from "../public/features/priorities.js";

test("an unknown priority counts as normal", () => {
  assert.deepEqual(priorities.read({ priority: "urgent!" }), { priority: "normal" });
  assert.deepEqual(priorities.read({ priority: "high" }), { priority: "high" });
});

test("high comes before normal before low", () => {
  const sorted = [{ priority: "low" }, { priority: "normal" }, { priority: "high" }].sort(priorities.compare);
  assert.deepEqual(sorted.map(({ priority }) => priority), ["high", "normal", "low"]);
});

test("only a priority that is not normal is shown", () => {
  assert.deepEqual(priorities.badges({ priority: "normal" }), []);
  assert.equal(priorities.badges({ priority: "high" })[0].text, "High priority");
});
