import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { text } from "../../../public/lib/fields/text.js";
import { edit, fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const name = text({ id: "name", name: "Name", required: true });

test("a text begins empty, or with its initial value", () => {
  assert.equal(name.initial(app), null);
  assert.equal(text({ id: "name", name: "Name", initial: "New" }).initial(app), "New");
});

test("texts are ordered as in a dictionary, numbers in them by their value", () => {
  const words = ["b", "Ä 10", "a 2", "A 2", "ä 1"];
  assert.deepEqual(words.sort((a, b) => name.compare(a, b, app)), ["ä 1", "A 2", "a 2", "Ä 10", "b"]);
});

test("a text is exported and imported as it is", () => {
  assert.equal(name.toText("a, b", app), "a, b");
  assert.equal(name.fromText(" a, b ", app), "a, b");
  assert.equal(name.fromText(" ", app), null);
});

test("the text box holds the text, and what is typed is kept without spaces around it", () => {
  const { box, read } = edit(name, "Fern", app);
  assert.equal(box.value, "Fern");
  box.value = "  Ivy ";
  assert.equal(read(), "Ivy");
  box.value = " ";
  assert.equal(read(), null);
});
