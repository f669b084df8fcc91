import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { choices } from "../../../public/lib/fields/choices.js";
import { edit, fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const options = ["red", "green", "blue"].map((id) => ({ id, name: id.toUpperCase() }));
const colors = choices({ id: "colors", name: "Colors", options });

test("choices are shown, exported and imported in the order of the options", () => {
  assert.deepEqual(colors.initial(app), []);
  assert.equal(colors.format(["blue", "red"], app), "RED, BLUE");
  assert.equal(colors.toText(["blue", "red"], app), "RED, BLUE");
  assert.deepEqual(colors.fromText("blue, RED", app), ["red", "blue"]);
  assert.deepEqual(colors.fromText("", app), []);
  assert.equal(colors.fromText("blue, pink", app), undefined);
});

test("choices that are no longer offered are not shown", () => {
  assert.equal(colors.format(["pink", "red"], app), "RED");
});

test("each option is a checkbox", () => {
  const { box, read } = edit(colors, ["red"], app);
  box.querySelector('input[value="blue"]').click();
  assert.deepEqual(read(), ["red", "blue"]);
  box.querySelector('input[value="red"]').click();
  assert.deepEqual(read(), ["blue"]);
});
