import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../../support/app.js";
import { recordsApp } from "../../support/records-app.js";
import { addDays, currentDay } from "../../../public/lib/calculate.js";
import { sampleData } from "../../../public/lib/behaviours/sample-data.js";

const behaviour = sampleData({ samples: [["task", { title: "First" }], ["task", { title: "Second", parent: { sample: 0 } }]] });

test("samples are marked, refer to each other, and go together; one's own records stay", async () => {
  const { app } = await recordsApp({ fields: [{ id: "parent" }], records: [{ id: "own", title: "Own" }] });
  const entry = () => behaviour.menu(app)[0];
  const all = () => app.records.all("task");
  entry().run();
  await settled();
  const [first, second] = all().filter(({ sample }) => sample);
  assert.equal(second.parent, first.id);
  assert.equal(behaviour.badges(first, app).length, 1);
  assert.equal(entry().id, "remove-samples");
  entry().run();
  await settled();
  assert.deepEqual(all().map(({ id }) => id), ["own"]);
  await app.undo();
  assert.equal(all().length, 3);
});

test("the dates of samples lie around the day on which they are added", async () => {
  const dates = sampleData({ samples: [["task", { title: "First", day: { days: -3 }, at: { days: 4, time: "10:30" } }]] });
  const { app } = await recordsApp({ fields: [{ id: "day" }, { id: "at" }] });
  dates.menu(app)[0].run();
  await settled();
  const [record] = app.records.all("task");
  assert.equal(record.day, addDays(currentDay(), -3));
  assert.equal(new Date(record.at).getTime(), new Date(`${addDays(currentDay(), 4)}T10:30`).getTime());
});
