import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { statusFlow } from "../../../public/lib/behaviours/status-flow.js";

const flow = statusFlow({ entity: "task", field: "status", moves: [["open", "doing"], ["doing", "done"]] });

test("a move is permitted or refused with a sentence; a new record may have any option", async () => {
  const { app } = await recordsApp({ fields: [{ id: "status", type: "choice" }] });
  const refused = (from, to) => flow.beforeSave({ status: to }, from === undefined ? null : { status: from }, app) !== null;
  assert.equal(refused("open", "doing"), false);
  assert.equal(refused("open", "open"), false);
  assert.equal(refused("open", "done"), true);
  assert.equal(refused("done", "open"), true);
  assert.equal(refused("done", null), true);
  assert.equal(refused(null, "done"), false);
  assert.equal(refused(undefined, "done"), false);
});
