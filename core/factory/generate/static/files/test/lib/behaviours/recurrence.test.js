import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../../support/app.js";
import { recordsApp } from "../../support/records-app.js";
import { currentDay } from "../../../public/lib/calculate.js";
import { nextDate, recurrence } from "../../../public/lib/behaviours/recurrence.js";

test("the next date keeps the rhythm and lies after today", () => {
  assert.equal(nextDate("2026-03-01", 7, "2026-03-01"), "2026-03-08");
  assert.equal(nextDate("2026-03-01", 7, "2026-03-10"), "2026-03-15");
  assert.equal(nextDate("2026-03-01", 7, "2026-03-15"), "2026-03-22");
  assert.equal(nextDate("2026-03-20", 7, "2026-03-10"), "2026-03-27");
});

test("completing a record moves its date on, and that can be undone", async () => {
  const { app, record } = await recordsApp({ fields: [{ id: "day", type: "date" }], records: [{ id: "a", title: "Water", day: "2020-01-01" }] });
  const [complete] = recurrence({ entity: "task", field: "day", days: () => 3 }).actions(record("a"), app);
  complete.run();
  await settled();
  assert.ok(record("a").day > currentDay());
  await app.undo();
  assert.equal(record("a").day, "2020-01-01");
});

test("without a date or a number of days there is nothing to complete", async () => {
  const { app } = await recordsApp();
  const actions = (record, days) => recurrence({ entity: "task", field: "day", days: () => days }).actions(record, app);
  assert.deepEqual(actions({ day: null }, 3), []);
  assert.deepEqual(actions({ day: "2026-01-01" }, null), []);
  assert.deepEqual(actions({ day: "2026-01-01" }, 0), []);
});
