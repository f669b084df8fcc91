import assert from "node:assert/strict";
import { test } from "node:test";
import { removalOf, removeRecords } from "../../public/lib/removal.js";
import { clickOn, sampleApp } from "../support/sample-app.js";

async function withProject() {
  const sample = await sampleApp();
  const house = await sample.app.records.save("project", { title: "House" });
  return { ...sample, house, add: (entity, values) => sample.app.records.save(entity, values) };
}

test("what belongs to a record is deleted with it, and what belongs to that", async () => {
  const { app, house, add } = await withProject();
  const roof = await add("project", { title: "Roof", parent: house.id });
  const tile = await add("step", { name: "Tiles", project: roof.id });
  await add("step", { name: "Elsewhere", project: "other" });
  assert.deepEqual(removalOf(app, "project", [house.id]), { also: [["project", roof.id], ["step", tile.id]], refused: null });
});

test("records that name each other in a circle are deleted once", async () => {
  const { app, house, add } = await withProject();
  const other = await add("project", { title: "Garden", parent: house.id });
  await app.records.save("project", { ...house, parent: other.id });
  assert.deepEqual(removalOf(app, "project", [house.id]).also, [["project", other.id]]);
});

test("a record that another must keep is not deleted, and the reason names both", async () => {
  const { app, project, house, add, seen } = await withProject();
  await add("invoice", { number: "2026-7", project: house.id });
  assert.equal(await removeRecords(app, project, [house.id]), false);
  assert.equal(app.records.all("project").length, 1);
  assert.ok(seen().includes("deletionRefused House 2026-7"), seen());
});

test("undoing brings back the record and everything that was deleted with it", async () => {
  const { app, project, house, add } = await withProject();
  const step = await add("step", { name: "Paint", project: house.id });
  const note = await add("note", { text: "Colour", project: house.id });
  assert.equal(await removeRecords(app, project, [house.id]), true);
  assert.deepEqual([app.records.all("project"), app.records.all("step"), app.records.all("note")], [[], [], [note]]);
  await clickOn(".toast-button");
  assert.deepEqual([app.records.all("project"), app.records.all("step")], [[house], [step]]);
});
