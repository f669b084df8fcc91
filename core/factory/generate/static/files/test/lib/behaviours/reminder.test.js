import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { addDays, currentDay } from "../../../public/lib/calculate.js";
import { reminder, whenText } from "../../../public/lib/behaviours/reminder.js";

const on = (days) => addDays(currentDay(), days);

async function reminded(records, options = {}) {
  const { app } = await recordsApp({ fields: [{ id: "day", type: "date" }], records });
  const [notice] = reminder({ entity: "task", field: "day", daysBefore: 2, ...options }).notices(app);
  return notice ? notice.querySelectorAll("a").map((each) => each.textContent) : null;
}

test("what has passed or comes within the days is listed, the earliest first", async () => {
  const records = [
    { id: "a", title: "Soon", day: on(2) },
    { id: "b", title: "Late", day: on(-3) },
    { id: "c", title: "Far", day: on(3) },
    { id: "d", title: "Never", day: null },
  ];
  assert.deepEqual(await reminded(records), ["Late", "Soon"]);
});

test("what is archived or done is not listed, and without anything there is no notice", async () => {
  assert.equal(await reminded([{ id: "a", title: "Old", day: on(0), archived: true }]), null);
  assert.equal(await reminded([{ id: "a", title: "Done", day: on(0) }], { done: () => true }), null);
});

test("at most five are listed", async () => {
  const records = Array.from({ length: 8 }, (_, index) => ({ id: `r${index}`, title: `Task ${index}`, day: on(0) }));
  assert.equal((await reminded(records)).length, 5);
});

test("the days are said in words", () => {
  assert.deepEqual([0, 1, 3, -2].map((days) => whenText(days, { locale: "en" })), ["today", "tomorrow", "in 3 days", "2 days ago"]);
});
