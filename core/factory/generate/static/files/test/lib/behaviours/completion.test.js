import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../../support/app.js";
import { DomEvent } from "../../support/dom.js";
import { recordsApp, viewState } from "../../support/records-app.js";
import { completion } from "../../../public/lib/behaviours/completion.js";

const RECORDS = [
  { id: "a", title: "Sweep", status: "done" },
  { id: "b", title: "Cook", status: "todo" },
  { id: "c", title: "Bake", status: "dropped" },
];
const status = { id: "status", empty: null };
const behaviour = completion({ entity: "task", field: "status", done: ["done", "dropped"], open: "todo" });
const ids = (records) => records.map(({ id }) => id);

async function tick(app, record, checked) {
  const [box] = behaviour.pickers(record, app);
  box.checked = checked;
  box.dispatchEvent(new DomEvent("change"));
  await settled();
  return box;
}

test("a record is completed with its box, which can be undone", async () => {
  const { app, record } = await recordsApp({ fields: [status], records: RECORDS });
  await tick(app, record("b"), true);
  assert.equal(record("b").status, "done");
  await app.undo();
  assert.equal(record("b").status, "todo");
});

test("a record that is done is opened again", async () => {
  const { app, record } = await recordsApp({ fields: [status], records: RECORDS });
  await tick(app, record("c"), false);
  assert.equal(record("c").status, "todo");
});

test("a yes-or-no field is ticked off as well", async () => {
  const { app, record } = await recordsApp({ fields: [{ id: "packed", empty: false }], records: [{ id: "a", title: "Tent", packed: false }] });
  const [box] = completion({ entity: "task", field: "packed", done: [true], open: false }).pickers(record("a"), app);
  box.checked = true;
  box.dispatchEvent(new DomEvent("change"));
  await settled();
  assert.equal(record("a").packed, true);
});

test("the box shows that a refused record stays open", async () => {
  const refusing = { entity: "task", beforeSave: () => "Not yet." };
  const { app, record } = await recordsApp({ fields: [status], records: RECORDS, behaviours: [refusing] });
  const box = await tick(app, record("b"), true);
  assert.deepEqual([record("b").status, box.checked, app.said], ["todo", false, ["Not yet."]]);
});

test("what is done comes last, and can be shown or hidden alone", async () => {
  const { app } = await recordsApp({ fields: [status], records: RECORDS });
  const shown = (state) => ids(behaviour.select(app.records.all("task"), app, state));
  assert.deepEqual(shown({}), ["b", "a", "c"]);
  assert.deepEqual(shown({ completion: "open" }), ["b"]);
  assert.deepEqual(shown({ completion: "done" }), ["a", "c"]);
});

test("the list of what to show sets the state", async () => {
  const { app } = await recordsApp({ fields: [status], records: RECORDS });
  const state = viewState();
  const list = behaviour.controls(app, state)[0].querySelector("select");
  list.value = "done";
  list.dispatchEvent(new DomEvent("change"));
  assert.equal(state.completion, "done");
});

test("what is done is deleted at once, which can be undone", async () => {
  const { app, record } = await recordsApp({ fields: [status], records: RECORDS });
  const clear = behaviour.summary(app.records.all("task"), app).querySelector("button");
  clear.dispatchEvent(new DomEvent("click"));
  await settled();
  assert.deepEqual(ids(app.records.all("task")), ["b"]);
  await app.undo();
  assert.equal(app.records.all("task").length, 3);
  assert.equal(behaviour.summary([record("b")], app).querySelector("button"), null);
});
