import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { choice } from "../../../public/lib/fields/choice.js";
import { edit, fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const options = [
  { id: "open", name: "Open" },
  { id: "done", name: "Done", done: true },
];
const status = choice({ id: "status", name: "Status", options, initial: "open" });

test("only one of the options can be chosen", () => {
  assert.equal(status.check("open", app), null);
  assert.equal(status.check("gone", app), "choiceInvalid");
});

test("a choice is shown by its name; one that is no longer offered is not shown", () => {
  assert.equal(status.initial(app), "open");
  assert.equal(status.format("done", app), "Done");
  assert.equal(status.format("gone", app), "");
  assert.equal(status.accepts("gone"), true);
});

test("choices are ordered as the options are and imported by name or identifier", () => {
  assert.deepEqual(["done", "open"].sort((a, b) => status.compare(a, b, app)), ["open", "done"]);
  assert.equal(status.toText("done", app), "Done");
  assert.equal(status.fromText("done", app), "done");
  assert.equal(status.fromText("OPEN", app), "open");
  assert.equal(status.fromText("later", app), undefined);
});

test("up to three options are radio buttons, more are a menu", () => {
  const { box, read } = edit(status, "open", app);
  assert.equal(read(), "open");
  box.querySelector('input[value="done"]').click();
  assert.equal(read(), "done");
  box.querySelector('input[value=""]').click();
  assert.equal(read(), null);
  const many = choice({ id: "size", name: "Size", options: ["xs", "s", "m", "l"].map((id) => ({ id, name: id })) });
  const menu = edit(many, "m", app);
  assert.equal(menu.box.tagName, "SELECT");
  assert.equal(menu.read(), "m");
  menu.box.value = "";
  assert.equal(menu.read(), null);
});

test("a choice that is required cannot be taken away", () => {
  const required = choice({ id: "status", name: "Status", options, required: true });
  assert.deepEqual(edit(required, null, app).box.querySelectorAll("input").map(({ value }) => value), ["open", "done"]);
});
