import assert from "node:assert/strict";
import { test } from "node:test";
import { openForm } from "../../public/lib/form.js";
import { page, settled } from "../support/app.js";
import { clickOn, SAVE, sampleApp } from "../support/sample-app.js";

const dialog = () => document.querySelector("dialog");

test("the first control has the focus, and what is entered is kept and told", async () => {
  const { app, project, seen } = await sampleApp();
  openForm(app, project);
  assert.equal(document.activeElement.id, "field-title");
  page.fill("#field-title", "  House ");
  await clickOn(SAVE);
  assert.deepEqual([dialog(), app.records.all("project")[0].title], [null, "House"]);
  assert.ok(seen().includes("added House"));
});

test("what is missing is told beside its control, which gets the focus; what was typed stays", async () => {
  const { app, project } = await sampleApp();
  openForm(app, project);
  page.fill("#field-goal", "Warm");
  await clickOn(SAVE);
  const control = document.querySelector("#field-title");
  assert.deepEqual([document.activeElement, control.getAttribute("aria-invalid")], [control, "true"]);
  assert.equal(document.querySelector("#field-title-error").textContent, "required title");
  assert.equal(document.querySelector("#field-goal").value, "Warm");
  assert.equal(app.records.all("project").length, 0);
  page.fill("#field-title", "House");
  await clickOn(SAVE);
  assert.equal(app.records.all("project")[0].goal, "Warm");
});

test("a value that must be unique is refused if another record has it, in any case", async () => {
  const { app, project } = await sampleApp();
  const house = await app.records.save("project", { title: "House" });
  openForm(app, project);
  page.fill("#field-title", "HOUSE");
  await clickOn(SAVE);
  assert.equal(document.querySelector("#field-title-error").textContent, "taken title");
  await clickOn(".form-foot .quiet");
  openForm(app, project, house);
  await clickOn(SAVE);
  assert.equal(dialog(), null);
});

test("a form that is closed by mistake opens again as it was; one without changes just closes", async () => {
  const { app, project, seen } = await sampleApp();
  openForm(app, project);
  await clickOn(".form-foot .quiet");
  assert.ok(!seen().includes("discarded"));
  openForm(app, project);
  page.fill("#field-title", "House");
  await clickOn(".form-foot .quiet");
  assert.ok(seen().includes("discarded"));
  await clickOn(".toast-button");
  assert.equal(document.querySelector("#field-title").value, "House");
});

test("an edit writes only what it changed, whatever another tab does meanwhile", async () => {
  const { app, project } = await sampleApp();
  const house = await app.records.save("project", { title: "House", goal: "Warm" });
  openForm(app, project, house);
  await app.records.save("project", { ...house, goal: "Dry" });
  page.fill("#field-title", "Old house");
  await clickOn(SAVE);
  const [record] = app.records.all("project");
  assert.deepEqual([record.title, record.goal], ["Old house", "Dry"]);
});

test("a full browser leaves the form open with what was typed, and says why", async () => {
  const { app, project } = await sampleApp();
  globalThis.indexedDB.limit.room = 0;
  openForm(app, project);
  page.fill("#field-title", "House");
  const error = console.error;
  console.error = () => {};
  await clickOn(SAVE);
  console.error = error;
  assert.ok(document.querySelector(".form-summary").textContent.startsWith("storageFull"));
  assert.equal(document.querySelector("#field-title").value, "House");
  globalThis.indexedDB.limit.room = 5;
  await clickOn(SAVE);
  assert.equal(app.records.all("project").length, 1);
});

test("a behaviour can refuse a change with a sentence", async () => {
  const refuses = { kind: "x", entity: "project", beforeSave: (next) => (next.title === "No" ? "Not this one." : null) };
  const { app, project } = await sampleApp({ behaviours: [refuses] });
  openForm(app, project);
  page.fill("#field-title", "No");
  await clickOn(SAVE);
  assert.equal(document.querySelector(".form-summary").textContent, "Not this one.");
  page.fill("#field-title", "Yes");
  await clickOn(SAVE);
  assert.equal(app.records.all("project").length, 1);
});

test("rows that belong to a record are added, changed and removed in its form, all or nothing", async () => {
  const { app, project } = await sampleApp();
  openForm(app, project);
  page.fill("#field-title", "House");
  await clickOn(".rows-part .quiet");
  await clickOn(".rows-part .quiet");
  const inputs = () => document.querySelectorAll(".row input").map(({ id }) => `#${id}`);
  page.fill(inputs()[0], "Roof");
  await clickOn(SAVE);
  assert.equal(app.records.all("project").length, 0);
  page.fill(inputs()[1], "Door");
  await clickOn(SAVE);
  const [house] = app.records.all("project");
  assert.deepEqual(app.records.naming("step", "project", house.id).map(({ name }) => name), ["Roof", "Door"]);
  openForm(app, project, house);
  await clickOn(".row .danger");
  page.fill(inputs()[0], "Front door");
  await clickOn(SAVE);
  assert.deepEqual(app.records.all("step").map(({ name }) => name), ["Front door"]);
});

test("two clicks on save keep one record", async () => {
  const { app, project } = await sampleApp();
  openForm(app, project);
  page.fill("#field-title", "House");
  for (let click = 0; click < 2; click += 1) document.querySelector(SAVE)?.click();
  await settled();
  assert.equal(app.records.all("project").length, 1);
});
