import assert from "node:assert/strict";
import { test } from "node:test";
import { scheduleAlarm, TONES } from "../public/features/sound.js";

test("the tones of the alarm follow each other within two seconds", () => {
  assert.deepEqual(TONES, [...TONES].sort((a, b) => a - b));
  assert.ok(TONES.at(-1) < 2);
});

test("without audio nothing breaks", () => {
  assert.doesNotThrow(() => scheduleAlarm(1000)());
});
