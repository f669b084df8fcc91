import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../../support/app.js";
import { recordsApp } from "../../support/records-app.js";
import { manualOrder, moved } from "../../../public/lib/behaviours/manual-order.js";

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
