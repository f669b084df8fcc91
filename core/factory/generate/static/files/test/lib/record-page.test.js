import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "../support/app.js";
import { recordsApp } from "../support/records-app.js";
import { h } from "../../public/lib/dom.js";
import { recordPage } from "../../public/lib/record-page.js";

const body = { id: "body", empty: null };
const records = [{ id: "a", title: "Trip", body: "Lisbon" }];

async function opened(behaviours) {
  const { app, task, record } = await recordsApp({ fields: [body], records, behaviours });
  app.pages = [{ path: "/tasks", entity: "task", name: "Tasks" }];
  const node = recordPage(app, task, task.fields, "a");
  document.body.replaceChildren(node);
  return { app, node, record };
}

test("a page without editors shows the fields, and is drawn anew after a change", async () => {
  const { node } = await opened([]);
  assert.ok(page.shows("Trip"));
  assert.ok(page.shows("Lisbon"));
  assert.equal(node.update, undefined);
});

test("an editor stands instead of its field, and stays in its place when the rest changes", async () => {
  const updates = [];
  const area = h("textarea", { id: "editor" });
  const writing = { entity: "task", editor: () => ({ field: "body", node: area, update: (record) => updates.push(record.title) }) };
  const { app, node, record } = await opened([writing]);
  assert.ok(!page.shows("Lisbon"));
  const { parentNode } = area;
  area.focus();
  await app.records.save("task", { ...record("a"), title: "Journey" });
  node.update();
  assert.ok(page.shows("Journey"));
  assert.ok(!page.shows("Trip"));
  assert.deepEqual(updates, ["Journey"]);
  assert.equal(area.parentNode, parentNode);
  assert.equal(document.activeElement, area);
});

test("a page whose record is deleted says so, and comes back when that is undone", async () => {
  const area = h("textarea", { id: "editor" });
  const { app, node } = await opened([{ entity: "task", editor: () => ({ field: "body", node: area, update() {} }) }]);
  await app.records.remove("task", "a");
  node.update();
  assert.ok(page.shows("notFound"));
  assert.ok(!area.isConnected);
  await app.records.restore("task", "a");
  node.update();
  assert.ok(page.shows("Trip"));
  assert.ok(area.isConnected);
});

test("the way back leads to the first view that is no sheet for printing", async () => {
  const { app, task } = await recordsApp({ fields: [body], records });
  const view = (path, sheet) => ({ path, sheet, entity: "task" });
  app.pages = [view("/sheet", true), view("/list", undefined)];
  assert.equal(recordPage(app, task, task.fields, "a").querySelector("nav a").getAttribute("href"), "#/list");
});
