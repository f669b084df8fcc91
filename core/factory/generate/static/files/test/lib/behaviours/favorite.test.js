import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../../support/app.js";
import { recordsApp } from "../../support/records-app.js";
import { favorite } from "../../../public/lib/behaviours/favorite.js";

test("favorites come first, and can be unmarked", async () => {
  const { app, record } = await recordsApp({ records: [{ id: "a", title: "One" }, { id: "b", title: "Two" }] });
  const behaviour = favorite({ entity: "task" });
  const press = async () => {
    behaviour.actions(record("b"), app)[0].run();
    await settled();
  };
  await press();
  assert.deepEqual(behaviour.select(app.records.all("task")).map(({ id }) => id), ["b", "a"]);
  assert.equal(behaviour.actions(record("b"), app)[0].pressed, true);
  await press();
  assert.equal(behaviour.actions(record("b"), app)[0].pressed, false);
});
