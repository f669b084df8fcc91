import assert from "node:assert/strict";
import { test } from "node:test";
import { autoNumber } from "../../../public/lib/fields/auto-number.js";
import { fieldApp } from "../../support/field-app.js";

const number = autoNumber({ id: "number", name: "No." });

test("the next number is one more than the highest there is", () => {
  assert.equal(number.assign([]), 1);
  assert.equal(number.assign([{ number: 3 }, { number: null }, {}, { number: 2 }]), 4);
  assert.equal(number.readOnly, true);
});

test("numbers are imported as whole numbers", () => {
  assert.equal(number.fromText("7", fieldApp()), 7);
  assert.equal(number.fromText("7a", fieldApp()), undefined);
});
