import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { statsView, tileText } from "../../../public/lib/views/stats.js";

const RECORDS = [
  { id: "a", title: "One", price: 1 },
  { id: "b", title: "Two", price: 4 },
];

test("a tile counts or computes over the records that its filter accepts", async () => {
  const { app, task } = await recordsApp({ fields: [{ id: "price", type: "integer" }], records: RECORDS });
  const text = (tile) => tileText(app, task, tile, app.records.all("task"));
  assert.equal(text({ op: "count" }), "2");
  assert.equal(text({ op: "count", filter: ({ price }) => price > 3 }), "1");
  assert.equal(text({ op: "sum", field: "price" }), "5");
  assert.equal(text({ op: "average", field: "price" }), "2.5");
  assert.equal(text({ op: "average", field: "price", filter: () => false }), "–");
});

test("each tile has its name", async () => {
  const { app, task } = await recordsApp({ records: RECORDS });
  const page = statsView(app, { id: "stats", name: "Numbers", entity: task, tiles: [{ name: "Tasks", op: "count" }] }).render();
  assert.equal(page.querySelector(".tile dt").textContent, "Tasks");
  assert.equal(page.querySelector(".tile dd").textContent, "2");
});
