import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { page, settled } from "../../support/app.js";
import { DomEvent } from "../../support/dom.js";
import { autosave } from "../../../public/lib/behaviours/autosave.js";

const long = { id: "body", empty: null };

async function editorOf(records = [{ id: "a", title: "Trip", body: "Lisbon" }]) {
  const { app, record } = await recordsApp({ fields: [long], records });
  app.words = { autosaved: "Saved", autosavePending: "Saving…", autosaveFailed: "Could not save", autosaveLength: "{count} characters" };
  const behaviour = autosave({ entity: "task", field: "body" });
  let editor;
  const open = (id) => {
    editor = behaviour.editor(record(id), app);
    document.body.replaceChildren(editor.node);
  };
  const show = () => editor.update(record("a"));
  const control = () => document.querySelector("#autosave-body");
  const leave = async () => {
    control().dispatchEvent(new DomEvent("blur"));
    await settled();
  };
  open("a");
  return { app, behaviour, record, open, show, control, leave };
}

test("what is typed is saved, and the page says so", async () => {
  const { record, leave } = await editorOf();
  assert.ok(page.shows("6 characters"));
  page.fill("#autosave-body", "Lisbon in May");
  assert.ok(page.shows("Saving… · 13 characters"));
  await leave();
  assert.equal(record("a").body, "Lisbon in May");
  assert.ok(page.shows("Saved · 13 characters"));
});

test("it is saved without leaving the text, once nothing is typed for a while", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { record } = await editorOf();
  page.fill("#autosave-body", "Porto");
  context.mock.timers.tick(400);
  page.fill("#autosave-body", "Porto, then Faro");
  context.mock.timers.tick(400);
  await settled();
  assert.equal(record("a").body, "Lisbon");
  context.mock.timers.tick(100);
  await settled();
  assert.equal(record("a").body, "Porto, then Faro");
});

test("an edit of another tab is shown, but never replaces what is being typed", async () => {
  const { app, record, show, control } = await editorOf();
  await app.records.save("task", { ...record("a"), body: "Madrid" });
  show();
  assert.equal(control().value, "Madrid");
  page.fill("#autosave-body", "Madrid by train");
  await app.records.save("task", { ...record("a"), title: "Journey" });
  show();
  assert.equal(control().value, "Madrid by train");
});

test("a text that could not be saved stays, and the page says so", async () => {
  const { app, record, control, leave } = await editorOf();
  app.attempt = async () => false;
  page.fill("#autosave-body", "Lisbon in May");
  await leave();
  assert.equal(control().value, "Lisbon in May");
  assert.equal(record("a").body, "Lisbon");
  assert.ok(page.shows("Could not save · 13 characters"));
});

test("the browser asks before it leaves a text that is not saved yet", async () => {
  const { behaviour, record } = await editorOf();
  behaviour.start();
  const leaving = () => {
    const event = new DomEvent("beforeunload");
    dispatchEvent(event);
    return event.defaultPrevented;
  };
  assert.equal(leaving(), false);
  page.fill("#autosave-body", "Lisbon in May");
  assert.equal(leaving(), true);
  await settled();
  assert.equal(record("a").body, "Lisbon in May");
  assert.equal(leaving(), false);
});

test("what was typed is saved when another record is opened", async () => {
  const { record, open } = await editorOf([{ id: "a", title: "Trip", body: null }, { id: "b", title: "Meal", body: "Soup" }]);
  page.fill("#autosave-body", "Lisbon");
  open("b");
  await settled();
  assert.equal(record("a").body, "Lisbon");
  assert.equal(document.querySelector("#autosave-body").value, "Soup");
});

test("a text that is emptied is no text", async () => {
  const { record, leave } = await editorOf();
  page.fill("#autosave-body", "");
  await leave();
  assert.equal(record("a").body, null);
});
