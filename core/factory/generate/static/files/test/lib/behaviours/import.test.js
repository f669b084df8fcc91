import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../../support/app.js";
import { DomEvent } from "../../support/dom.js";
import { recordsApp } from "../../support/records-app.js";
import { importing } from "../../../public/lib/behaviours/import.js";

async function chosen(records, text, name = "tasks.json") {
  const made = await recordsApp({ records });
  importing().menu(made.app)[0].run();
  const file = document.querySelector("#import-file");
  file.files = [new File([text], name)];
  file.dispatchEvent(new DomEvent("change"));
  await settled();
  const dialog = file.closest("dialog");
  return { ...made, dialog, run: dialog.querySelectorAll("button").at(-2), settled };
}

const json = (records) => JSON.stringify({ version: 1, entities: { task: records } });

test("nothing is imported before it is confirmed; then it can be undone", async () => {
  const { app, run } = await chosen([], json([{ id: "a", title: "One" }]));
  assert.equal(app.records.all("task").length, 0);
  run.click();
  await settled();
  assert.equal(app.records.get("task", "a").title, "One");
  await app.undo();
  assert.equal(app.records.all("task").length, 0);
});

test("records that are there are kept unless they are to be replaced", async () => {
  const { app, dialog, run } = await chosen([{ id: "a", title: "Mine" }], json([{ id: "a", title: "Theirs" }]));
  assert.equal(run.disabled, true);
  const replace = dialog.querySelector("#import-replace");
  replace.checked = true;
  replace.dispatchEvent(new DomEvent("change"));
  run.click();
  await settled();
  assert.equal(app.records.get("task", "a").title, "Theirs");
  await app.undo();
  assert.equal(app.records.get("task", "a").title, "Mine");
});
