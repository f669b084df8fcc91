import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { choicesOf, dayRange, filter } from "../../../public/lib/behaviours/filter.js";

const FIELDS = [
  { id: "status", type: "choice", options: [{ id: "open", name: "Open" }, { id: "done", name: "Done" }] },
  { id: "tags", type: "tags", empty: [], format: (value) => value.join(", ") },
];
const RECORDS = [
  { id: "a", title: "One", status: "open", tags: ["home", "garden"] },
  { id: "b", title: "Two", status: "done", tags: ["home"] },
  { id: "c", title: "Three", status: null, tags: [] },
];

async function filtered(state) {
  const { app } = await recordsApp({ fields: FIELDS, records: RECORDS });
  return filter({ entity: "task", fields: ["status", "tags"] }).select(app.records.all("task"), app, state).map(({ id }) => id);
}

test("an option, one tag of several, or no value can be asked for", async () => {
  assert.deepEqual(await filtered({}), ["a", "b", "c"]);
  assert.deepEqual(await filtered({ "filter-status": "open" }), ["a"]);
  assert.deepEqual(await filtered({ "filter-tags": "=home" }), ["a", "b"]);
  assert.deepEqual(await filtered({ "filter-status": "-" }), ["c"]);
});

test("several filters narrow together", async () => {
  assert.deepEqual(await filtered({ "filter-status": "done", "filter-tags": "=garden" }), []);
});

test("the values that occur are offered once, in order", async () => {
  const { app, task } = await recordsApp({ fields: FIELDS, records: RECORDS });
  const tags = task.fields.find(({ id }) => id === "tags");
  assert.deepEqual(choicesOf(tags, app, app.records.all("task")).options, [["=garden", "garden"], ["=home", "home"]]);
});

test("no is a value of a yes-or-no field", () => {
  const { accepts } = choicesOf({ type: "boolean" }, { words: {} }, []);
  assert.deepEqual([accepts("no", false), accepts("yes", false), accepts("yes", true)], [true, false, true]);
});

test("days are past, today, within a week or later", () => {
  const range = (day) => dayRange(day, "2026-03-10");
  assert.deepEqual(["2026-03-09", "2026-03-10", "2026-03-17", "2026-03-18"].map(range), ["past", "today", "week", "later"]);
});
