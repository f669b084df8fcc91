import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp, viewState } from "../../support/records-app.js";
import { DomEvent } from "../../support/dom.js";
import { folded, search } from "../../../public/lib/behaviours/search.js";

const RECORDS = [
  { id: "a", title: "Crème brûlée", note: "sugar" },
  { id: "b", title: "Pancakes", note: "flour" },
];

async function searching(query) {
  const { app } = await recordsApp({ fields: [{ id: "note" }], records: RECORDS });
  const found = search({ entity: "task", fields: ["title", "note"] }).select(app.records.all("task"), app, { query });
  return found.map(({ id }) => id);
}

test("records with all words in any of the fields are found, whatever their case and accents", async () => {
  assert.deepEqual(await searching("creme"), ["a"]);
  assert.deepEqual(await searching("SUGAR brulee"), ["a"]);
  assert.deepEqual(await searching("sugar pancakes"), []);
  assert.deepEqual(await searching("  "), ["a", "b"]);
});

test("a letter or two are found only where a word begins", async () => {
  assert.deepEqual(await searching("pa"), ["b"]);
  assert.deepEqual(await searching("an"), []);
  assert.deepEqual(await searching("ancake"), ["b"]);
});

test("the box has a label, passes on what is typed, and Escape empties it", async () => {
  const { app } = await recordsApp();
  const state = viewState();
  const [control] = search({ entity: "task", fields: ["title"] }).controls(app, state);
  const box = control.querySelector("input");
  assert.equal(control.querySelector("label").htmlFor ?? control.querySelector("label").getAttribute("for"), "search-task");
  box.value = "tea";
  box.dispatchEvent(new DomEvent("input"));
  assert.equal(state.query, "tea");
  box.dispatchEvent(new DomEvent("keydown", { key: "Escape" }));
  assert.equal(state.query, "");
});

test("folding keeps what is not an accent", () => {
  assert.equal(folded("Ärger 5 €"), "arger 5 €");
});
