import assert from "node:assert/strict";
import { test } from "node:test";
import { page, settled } from "../support/app.js";
import { createIndexedDB } from "../support/indexed-db.js";
import { clickOn, sampleApp } from "../support/sample-app.js";

const heading = () => document.querySelector("h1").textContent;

test("an empty view has one primary action, and a record appears as soon as it is kept", async () => {
  const { app, seen } = await sampleApp();
  assert.equal(document.querySelectorAll(".empty .button").length, 1);
  await app.records.save("project", { title: "House" });
  assert.ok(seen().includes("House"));
  assert.equal(document.querySelector(".empty"), null);
});

test("paths open views and records; one that leads nowhere says so and leads back", async () => {
  const { app } = await sampleApp();
  const house = await app.records.save("project", { title: "House" });
  app.open("/notes");
  assert.equal(heading(), "All notes");
  app.open(`/project/${house.id}`);
  assert.equal(heading(), "House");
  app.open("/project/gone");
  assert.ok(heading().startsWith("notFound"));
  app.open("/nowhere");
  assert.equal(document.querySelector(".empty a").href, "#/");
});

test("the navigation says where the person is, and a new page has the focus on its heading", async () => {
  const { app } = await sampleApp();
  app.open("/notes");
  assert.equal(document.querySelector(".main-nav [aria-current]").textContent, "Notes");
  assert.equal(document.activeElement, document.querySelector("h1"));
  assert.ok(document.title.includes("All notes"));
});

test("the page of a record shows the records that name it and adds more of them", async () => {
  const { app, seen } = await sampleApp();
  const house = await app.records.save("project", { title: "House" });
  await app.records.save("note", { text: "Red door", project: house.id });
  await app.records.save("note", { text: "Elsewhere" });
  app.open(`/project/${house.id}`);
  assert.ok(seen().includes("Red door") && !seen().includes("Elsewhere"));
  await clickOn("#add-related-step-project");
  page.fill("#field-name", "Paint");
  await clickOn('dialog [type="submit"]');
  assert.equal(app.records.naming("step", "project", house.id).length, 1);
  assert.ok(seen().includes("Paint"));
});

test("deleting a record leaves its page", async () => {
  const { app } = await sampleApp();
  const house = await app.records.save("project", { title: "House" });
  app.open(`/project/${house.id}`);
  await clickOn(`#delete-${house.id}`);
  assert.equal(location.hash, "#/projects");
});

test("the focus is on the heading once the control that had it is gone, and stays where it is otherwise", async () => {
  const { app } = await sampleApp();
  const first = document.querySelector(".empty .button");
  first.focus();
  await app.records.save("project", { title: "House" });
  assert.equal(document.activeElement, document.querySelector("h1"));
  const control = document.querySelector("#new-record");
  control.focus();
  await app.records.save("project", { title: "Shed" });
  assert.equal(document.activeElement, control);
});

test("records are ordered and narrowed as the view says, empty values last", async () => {
  const view = { filter: (record) => record.goal !== "hide", sort: { field: "goal", descending: true } };
  const { app } = await sampleApp({ view });
  for (const [title, goal] of [["A", null], ["B", "b"], ["C", "hide"], ["D", "d"]]) await app.records.save("project", { title, goal });
  assert.deepEqual(document.querySelectorAll(".record-link").map(({ textContent }) => textContent), ["D", "B", "A"]);
});

test("controls of behaviours narrow the records and keep the focus while records change", async () => {
  const behaviour = {
    kind: "only",
    entity: "project",
    controls: (_app, state) => {
      const box = document.createElement("input");
      box.id = "only";
      box.addEventListener("input", () => state.set({ only: box.value }));
      return [box];
    },
    select: (records, _app, state) => records.filter(({ title }) => title.includes(state.only ?? "")),
  };
  const { app, seen } = await sampleApp({ behaviours: [behaviour] });
  await app.records.save("project", { title: "House" });
  document.querySelector("#only").focus();
  page.fill("#only", "Gar");
  assert.ok(seen().includes("noMatch"));
  await app.records.save("project", { title: "Garden" });
  assert.ok(seen().includes("Garden") && !seen().includes("House"));
  assert.equal(document.activeElement, document.querySelector("#only"));
});

test("n opens the form, except while something is typed", async () => {
  await sampleApp();
  document.activeElement = null;
  await page.press("n");
  assert.notEqual(document.querySelector("dialog"), null);
  await page.press("n");
  assert.equal(document.querySelectorAll("dialog").length, 1);
});

test("an app that cannot keep anything says so, and works", async () => {
  const { app, seen } = await sampleApp({ indexedDB: null });
  assert.ok(seen().includes("notKeptHere"));
  await app.records.save("project", { title: "House" });
  assert.ok(seen().includes("House"));
});

test("what an edit took the place of is told with field and record until it is read", async () => {
  const { app, seen } = await sampleApp();
  const begun = await app.records.save("project", { title: "House", goal: "Paint" });
  await app.records.save("project", { ...begun, goal: "Sell" });
  await app.records.save("project", { ...begun, goal: "Let" }, begun);
  for (const part of ["goal", "House", "Sell"]) assert.ok(document.querySelector(".notice").textContent.includes(part), part);
  await clickOn("#forget-replaced");
  assert.ok(!seen().includes("Sell"));
});

test("records that cannot be read are told and deleted only on request", async () => {
  const storage = createIndexedDB();
  const { app, seen } = await sampleApp({ indexedDB: storage });
  const [database] = storage.databases.values();
  database.stores.get("records").rows.set('["project","x"]', { entity: "project", id: "x", values: { title: 7 }, deleted: null });
  await app.records.refresh();
  await settled();
  assert.ok(seen().includes("unreadable"));
  await clickOn("#delete-unreadable");
  assert.ok(!seen().includes("unreadable"));
  assert.equal(database.stores.get("records").rows.size, 0);
});

test("text that looks like HTML is shown as text", async () => {
  const { app, seen } = await sampleApp();
  await app.records.save("project", { title: "<img src=x onerror=alert(1)>" });
  assert.ok(seen().includes("<img src=x onerror=alert(1)>"));
});

test("the app says that it loads until its records are open", async () => {
  const quick = createIndexedDB();
  let release;
  const slow = {
    open(...of) {
      const request = {};
      release = () => Object.assign(quick.open(...of), { onupgradeneeded: ready("onupgradeneeded"), onsuccess: ready("onsuccess") });
      function ready(name) {
        return function () {
          request.result = this.result;
          request[name]?.();
        };
      }
      return request;
    },
  };
  const opening = sampleApp({ indexedDB: slow });
  await settled();
  assert.equal(document.querySelector('[role="status"]').textContent, "loading");
  assert.equal(document.querySelector("main"), null);
  release();
  const { seen } = await opening;
  assert.equal(document.querySelector(".loading"), null);
  assert.ok(!seen().includes("loading"));
  assert.equal(heading(), "All projects");
});

test("the icon of a kind of record stands beside its name and in its empty views", async () => {
  await sampleApp();
  const lines = (selector) => document.querySelectorAll(`${selector} path`).map((path) => path.getAttribute("d"));
  assert.deepEqual(lines("#nav-project"), ["M4 4h16"]);
  assert.deepEqual(lines("#nav-note"), []);
  assert.equal(lines(".empty")[0], "M4 4h16");
});
