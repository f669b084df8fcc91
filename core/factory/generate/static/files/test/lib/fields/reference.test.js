import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { reference } from "../../../public/lib/fields/reference.js";
import { text } from "../../../public/lib/fields/text.js";
import { edit, fieldApp } from "../../support/field-app.js";

const owner = { id: "owner", display: "name", fields: [text({ id: "name", name: "Name" })] };
const records = { owner: [{ id: "1", name: "Zoe" }, { id: "2", name: "Ana" }, { id: "3", name: "Ben" }, { id: "4", name: "Ben" }, { id: "5", name: "a, b" }] };
const app = fieldApp({ entities: { owner }, records });
const one = reference({ id: "owner", name: "Owner", entity: "owner" });
const many = reference({ id: "owners", name: "Owners", entity: "owner", many: true });

test("a record is called by what names it; one that was deleted has no name", () => {
  assert.equal(one.format("1", app), "Zoe");
  assert.equal(one.format("9", app), "");
  assert.equal(many.format(["1", "9", "2"], app), "Zoe, Ana");
});

test("references are ordered by name", () => {
  assert.deepEqual(["1", "3", "2"].sort((a, b) => one.compare(a, b, app)), ["2", "3", "1"]);
});

test("names that lead to one record are exported, else identifiers, and both are imported", () => {
  assert.equal(one.toText("1", app), "Zoe");
  assert.equal(one.toText("3", app), "3");
  assert.equal(many.toText(["2", "4", "5"], app), "Ana, 4, 5");
  assert.deepEqual(many.fromText("Ana, 4, 5, ana", app), ["2", "4", "5"]);
  assert.equal(one.fromText("zoe", app), "1");
  assert.equal(one.fromText("Ben", app), undefined);
  assert.equal(one.fromText("Max", app), undefined);
});

test("the target of a reference can be read from the field", () => {
  assert.deepEqual(one.reference, { entity: "owner", many: false, owned: false, onDelete: "clear" });
});

test("one record is chosen from a menu by name, several by checkboxes", () => {
  const menu = edit(one, "1", app);
  assert.deepEqual(menu.box.options.map(({ value }) => value), ["", "5", "2", "3", "4", "1"]);
  assert.equal(menu.read(), "1");
  const boxes = edit(many, ["1"], app);
  boxes.box.querySelector('input[value="2"]').click();
  assert.deepEqual(boxes.read().sort(), ["1", "2"]);
});

test("a record that was deleted is no longer chosen", () => {
  assert.equal(edit(one, "9", app).read(), null);
  assert.deepEqual(edit(many, ["9"], app).read(), []);
});
