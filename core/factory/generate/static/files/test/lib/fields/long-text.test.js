import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { longText } from "../../../public/lib/fields/long-text.js";
import { edit, fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const notes = longText({ id: "notes", name: "Notes" });

test("a long text keeps its lines", () => {
  assert.equal(notes.fromText("one\ntwo\n", app), "one\ntwo");
  assert.equal(notes.toText("one\ntwo", app), "one\ntwo");
  assert.equal(notes.format(null, app), "");
});

test("the text box has several lines", () => {
  const { box, read } = edit(notes, "one\ntwo", app);
  assert.equal(box.tagName, "TEXTAREA");
  assert.equal(read(), "one\ntwo");
});
