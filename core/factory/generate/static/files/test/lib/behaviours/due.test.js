import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, currentDay } from "../../../public/lib/calculate.js";
import { due } from "../../../public/lib/behaviours/due.js";

const app = { words: { dueToday: "Due today", dueOverdue: { one: "1 day late", other: "{count} days late" } } };
const badges = (day, options) => due({ entity: "task", field: "day", ...options }).badges({ day }, app).map(({ text }) => text);

test("a date that has passed is overdue by its days, today is due, and a later or missing one is not marked", () => {
  assert.deepEqual(badges(addDays(currentDay(), -2)), ["2 days late"]);
  assert.deepEqual(badges(addDays(currentDay(), -1)), ["1 day late"]);
  assert.deepEqual(badges(currentDay()), ["Due today"]);
  assert.deepEqual(badges(addDays(currentDay(), 1)), []);
  assert.deepEqual(badges(null), []);
});

test("what is done is not overdue", () => {
  assert.deepEqual(badges("2020-01-01", { done: () => true }), []);
});

test("a moment counts by its day on this device", () => {
  assert.deepEqual(badges(new Date().toISOString()), ["Due today"]);
});
