import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../../support/app.js";
import { recordsApp } from "../../support/records-app.js";
import { copied, duplicate } from "../../../public/lib/behaviours/duplicate.js";

test("the copy has the values of the record, without what may exist only once or is assigned", async () => {
  const fields = [{ id: "note" }, { id: "number", readOnly: true }];
  const { app, task } = await recordsApp({ fields });
  task.fields.find(({ id }) => id === "note").unique = true;
  assert.deepEqual(Object.keys(copied(task, { id: "a", title: "One", note: "x", number: 1 }, app)), ["title"]);
});

test("duplicating adds a record, and undoing removes it", async () => {
  const { app, record } = await recordsApp({ fields: [{ id: "note" }], records: [{ id: "a", title: "One", note: "x" }] });
  duplicate({ entity: "task" }).actions(record("a"), app)[0].run();
  await settled();
  const copies = app.records.all("task").filter(({ id }) => id !== "a");
  assert.deepEqual(copies.map(({ note }) => note), ["x"]);
  await app.undo();
  assert.equal(app.records.all("task").length, 1);
});
