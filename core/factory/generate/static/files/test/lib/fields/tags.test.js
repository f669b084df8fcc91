import assert from "node:assert/strict";
import { test } from "node:test";
import { tags } from "../../../public/lib/fields/tags.js";
import { fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const labels = tags({ id: "labels", name: "Labels" });

test("tags are separated by commas, without spaces around them and without repetitions", () => {
  assert.deepEqual(labels.fromText(" home,  garden ,Home, ,", app), ["Home", "garden"]);
  assert.deepEqual(labels.fromText("", app), []);
  assert.equal(labels.format(["home", "garden"], app), "home, garden");
  assert.deepEqual(labels.fromText(labels.toText(["a b", "c"], app), app), ["a b", "c"]);
});
