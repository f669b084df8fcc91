import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../../support/app.js";
import { DomEvent } from "../../support/dom.js";
import { recordsApp, viewState } from "../../support/records-app.js";
import { bulk } from "../../../public/lib/behaviours/bulk.js";

const status = { id: "status", type: "choice", options: [{ id: "open", name: "Open" }, { id: "done", name: "Done" }] };
const RECORDS = ["a", "b", "c"].map((id) => ({ id, title: id, status: "open" }));

async function selecting(ids, behaviours = []) {
  const { app, record } = await recordsApp({ fields: [status], records: RECORDS, behaviours });
  const behaviour = bulk({ entity: "task" });
  const all = () => app.records.all("task");
  behaviour.select(all(), app, viewState());
  for (const id of ids) {
    const [box] = behaviour.pickers(record(id), app);
    box.checked = true;
    box.dispatchEvent(new DomEvent("change"));
  }
  return { app, record, all, bar: () => behaviour.summary(all(), app) };
}

test("without a selection there is no bar", async () => {
  assert.equal((await selecting([])).bar(), null);
});

test("the selected records are deleted together, and come back together", async () => {
  const { app, all, bar } = await selecting(["a", "b"]);
  bar().querySelector("#bulk-delete").click();
  await settled();
  assert.deepEqual(all().map(({ id }) => id), ["c"]);
  await app.undo();
  assert.equal(all().length, 3);
});

test("the selected records get an option, and that can be undone", async () => {
  const { app, record, bar } = await selecting(["a", "b"]);
  const list = bar().querySelector("select");
  list.value = "done";
  list.dispatchEvent(new DomEvent("change"));
  await settled();
  assert.deepEqual(["a", "b", "c"].map((id) => record(id).status), ["done", "done", "open"]);
  await app.undo();
  assert.equal(record("a").status, "open");
});

test("a change that a behaviour refuses is left out", async () => {
  const refusing = { entity: "task", beforeSave: ({ id }) => (id === "a" ? "Not a." : null) };
  const { app, record, bar } = await selecting(["a", "b"], [refusing]);
  const list = bar().querySelector("select");
  list.value = "done";
  list.dispatchEvent(new DomEvent("change"));
  await settled();
  assert.deepEqual(["a", "b"].map((id) => record(id).status), ["open", "done"]);
  assert.match(app.said.at(-1), /Not a\./);
});
