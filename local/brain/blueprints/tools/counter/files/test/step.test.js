import assert from "node:assert/strict";
import { test } from "node:test";
import { readStep, step } from "../public/features/step.js";
import { SETTINGS } from "../public/model/settings.js";

test("a step is a whole number from 1", () => {
  assert.equal(readStep("5"), 5);
  for (const wrong of ["0", "-1", "1.5", "", "many"]) assert.equal(readStep(wrong), null, wrong);
});

test("a counter without a step has the usual one", () => {
  assert.deepEqual(step.read({}), { step: SETTINGS.step });
  assert.deepEqual(step.read({ step: 10 }), { step: 10 });
});
