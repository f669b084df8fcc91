import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../../support/app.js";
import { recordsApp, viewState } from "../../support/records-app.js";
import { archive } from "../../../public/lib/behaviours/archive.js";

test("an archived record is hidden until the archive is shown, and archiving can be undone", async () => {
  const { app, record } = await recordsApp({ records: [{ id: "a", title: "Old" }] });
  const behaviour = archive({ entity: "task" });
  const shown = (state) => behaviour.select(app.records.all("task"), app, state).length;
  behaviour.actions(record("a"), app)[0].run();
  await settled();
  assert.equal(shown({}), 0);
  assert.equal(shown({ showArchived: true }), 1);
  assert.equal(behaviour.badges(record("a"), app).length, 1);
  await app.undo();
  assert.equal(shown({}), 1);
});

test("an archived record can be brought back", async () => {
  const { app, record } = await recordsApp({ records: [{ id: "a", title: "Old", archived: true }] });
  archive({ entity: "task" }).actions(record("a"), app)[0].run();
  await settled();
  assert.equal(record("a").archived, false);
});

test("the box shows the archive", async () => {
  const { app } = await recordsApp();
  const state = viewState();
  const box = archive({ entity: "task" }).controls(app, state)[0].querySelector("input");
  box.checked = true;
  const { DomEvent } = await import("../../support/dom.js");
  box.dispatchEvent(new DomEvent("change"));
  assert.equal(state.showArchived, true);
});
