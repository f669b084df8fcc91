import assert from "node:assert/strict";
import { test } from "node:test";
import { location } from "../../../public/lib/fields/location.js";
import { fieldApp } from "../../support/field-app.js";

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
