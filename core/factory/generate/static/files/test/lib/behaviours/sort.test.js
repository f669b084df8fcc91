import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp, viewState } from "../../support/records-app.js";
import { DomEvent } from "../../support/dom.js";
import { sort } from "../../../public/lib/behaviours/sort.js";

const RECORDS = [
  { id: "a", title: "b" },
  { id: "b", title: "c" },
  { id: "c", title: "a" },
];

test("records are shown in the chosen order, and as they were without one", async () => {
  const { app } = await recordsApp({ records: RECORDS });
  const order = (state) => sort({ entity: "task", fields: ["title"] }).select(app.records.all("task"), app, state).map(({ id }) => id);
  assert.deepEqual(order({ order: "title:up" }), ["c", "a", "b"]);
  assert.deepEqual(order({ order: "title:down" }), ["b", "a", "c"]);
  assert.deepEqual(order({}), ["a", "b", "c"]);
});

test("both directions of each field can be chosen", async () => {
  const { app } = await recordsApp();
  const state = viewState();
  const [control] = sort({ entity: "task", fields: ["title"] }).controls(app, state);
  const list = control.querySelector("select");
  assert.equal(control.querySelectorAll("option").length, 3);
  list.value = "title:down";
  list.dispatchEvent(new DomEvent("change"));
  assert.equal(state.order, "title:down");
});
