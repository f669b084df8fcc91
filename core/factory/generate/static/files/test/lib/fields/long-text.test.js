import assert from "node:assert/strict";
import { test } from "node:test";
import { longText } from "../../../public/lib/fields/long-text.js";
import { fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const notes = longText({ id: "notes", name: "Notes" });

test("a long text keeps its lines", () => {
  assert.equal(notes.fromText("one\ntwo\n", app), "one\ntwo");
  assert.equal(notes.toText("one\ntwo", app), "one\ntwo");
  assert.equal(notes.format(null, app), "");
});
