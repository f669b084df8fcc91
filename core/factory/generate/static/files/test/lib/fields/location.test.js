import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { location } from "../../../public/lib/fields/location.js";
import { edit, fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const place = location({ id: "place", name: "Place" });

test("a link at the end of the text is the link of the place", () => {
  assert.deepEqual(place.fromText("Main Street 1", app), { text: "Main Street 1" });
  assert.deepEqual(place.fromText("Office https://example.org/map", app), { text: "Office", url: "https://example.org/map" });
  assert.deepEqual(place.fromText("Hut geo:47.1,11.3", app), { text: "Hut", url: "geo:47.1,11.3" });
  assert.deepEqual(place.fromText("Hut javascript:alert(1)", app), { text: "Hut javascript:alert(1)" });
  assert.equal(place.fromText(" ", app), null);
});

test("a place is exported with its link and imported again", () => {
  const value = { text: "Office", url: "https://example.org/map" };
  assert.deepEqual(place.fromText(place.toText(value, app), app), value);
  assert.equal(place.format(value, app), "Office");
});

test("a place has a link to a map that nothing opens but the person", () => {
  const map = (value) => place.cell(value, app).querySelector("a");
  assert.equal(map({ text: "Main Street 1" }).href, "https://www.openstreetmap.org/search?query=Main%20Street%201");
  assert.equal(map({ text: "Hut", url: "geo:47.1,11.3" }).href, "geo:47.1,11.3");
  assert.equal(map({ text: "Hut", url: "javascript:alert(1)" }).href, "https://www.openstreetmap.org/search?query=Hut");
  assert.equal(map({ text: "Hut" }).rel, "noopener noreferrer");
});

test("the text box holds the text and the link", () => {
  const { box, read } = edit(place, { text: "Office", url: "https://example.org/map" }, app);
  assert.equal(box.value, "Office https://example.org/map");
  assert.deepEqual(read(), { text: "Office", url: "https://example.org/map" });
});
