import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../../support/app.js";
import { DomEvent } from "../../support/dom.js";
import { recordsApp } from "../../support/records-app.js";
import { h } from "../../../public/lib/dom.js";
import { manualOrder, moved, placed } from "../../../public/lib/behaviours/manual-order.js";

const RECORDS = ["a", "b", "c"].map((id) => ({ id, title: id }));

test("a record moves up and down, and stays at the ends", () => {
  const order = (id, by) => moved(RECORDS, id, by).map(({ record }) => record.id).join("");
  assert.equal(order("b", -1), "bac");
  assert.equal(order("b", 1), "acb");
  assert.equal(order("a", -1), "abc");
  assert.equal(order("c", 1), "abc");
});

test("the order is kept, and new records come last", async () => {
  const { app, record } = await recordsApp({ records: RECORDS });
  const behaviour = manualOrder({ entity: "task" });
  behaviour.actions(record("c"), app)[0].run();
  await settled();
  await app.records.save("task", { id: "d", title: "d" });
  assert.deepEqual(behaviour.select(app.records.all("task")).map(({ id }) => id), ["a", "c", "b", "d"]);
});

test("a record is put before or after another", () => {
  const order = (id, target, after) => placed(RECORDS, id, target, after).map(({ record }) => record.id).join("");
  assert.equal(order("c", "a", false), "cab");
  assert.equal(order("a", "c", true), "bca");
  assert.equal(order("a", "a", true), "abc");
  assert.equal(order("a", "gone", true), "abc");
});

test("a record dragged by its handle onto another takes its place", async () => {
  const { app, task } = await recordsApp({ records: RECORDS });
  const behaviour = manualOrder({ entity: "task" });
  behaviour.start(app);
  const rows = RECORDS.map((record) => {
    const row = h("li", { "data-record": record.id }, behaviour.pickers(record, app));
    row.getBoundingClientRect = () => ({ top: 0, height: 10 });
    return row;
  });
  document.body.replaceChildren(...rows);
  const dataTransfer = { setData() {} };
  rows[2].querySelector("[data-handle]").dispatchEvent(new DomEvent("dragstart", { dataTransfer }));
  rows[0].dispatchEvent(new DomEvent("drop", { dataTransfer, clientY: 2 }));
  await settled();
  assert.deepEqual(behaviour.select(app.records.all(task.id)).map(({ id }) => id), ["c", "a", "b"]);
});
