import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { tags } from "../../../public/lib/fields/tags.js";
import { edit, fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const labels = tags({ id: "labels", name: "Labels" });

test("tags are separated by commas, without spaces around them and without repetitions", () => {
  assert.deepEqual(labels.fromText(" home,  garden ,Home, ,", app), ["Home", "garden"]);
  assert.deepEqual(labels.fromText("", app), []);
  assert.equal(labels.format(["home", "garden"], app), "home, garden");
  assert.deepEqual(labels.fromText(labels.toText(["a b", "c"], app), app), ["a b", "c"]);
});

test("Enter and a comma make a tag, Backspace takes the last one back, and a button any", () => {
  const { node, box, read, press } = edit(labels, ["home"], app);
  box.value = "garden";
  assert.equal(press("Enter").defaultPrevented, true);
  assert.equal(box.value, "");
  box.value = "kitchen";
  press(",");
  assert.deepEqual(read(), ["home", "garden", "kitchen"]);
  press("Backspace");
  assert.deepEqual(read(), ["home", "garden"]);
  node.querySelector("button").click();
  assert.deepEqual(read(), ["garden"]);
});

test("what is not yet a tag is kept, too, and Enter in an empty box is that of the form", () => {
  const { box, read, press } = edit(labels, [], app);
  box.value = "garden";
  assert.deepEqual(read(), ["garden"]);
  box.value = "";
  assert.equal(press("Enter").defaultPrevented, false);
});
