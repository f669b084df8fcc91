import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { decimal } from "../../../public/lib/fields/decimal.js";
import { edit, fieldApp, plainSpaces } from "../../support/field-app.js";

const german = fieldApp({ locale: "de" });
const weight = decimal({ id: "weight", name: "Weight", unit: "kg", min: 0.5 });

test("a number is shown with its unit, in the language of the app", () => {
  assert.equal(plainSpaces(weight.format(1234.5, german)), "1.234,5 kg");
  assert.equal(weight.format(null, german), "");
});

test("a number below its limit is refused", () => {
  assert.equal(weight.check(0.4, german), "numberTooLow");
  assert.equal(weight.check(0.5, german), null);
});

test("numbers are exported with a point and imported as written in either way", () => {
  assert.equal(weight.toText(0.125, german), "0.125");
  assert.equal(weight.fromText("0.125", german), 0.125);
  assert.equal(weight.fromText("0,125", german), 0.125);
  assert.equal(weight.fromText("heavy", german), undefined);
});

test("what is typed is read, and what cannot be read is refused", () => {
  const { box, read } = edit(weight, null, german);
  for (const [typed, value] of [["0,5", 0.5], ["", null], ["x", undefined]]) {
    box.value = typed;
    assert.equal(read(), value, typed);
  }
  assert.match(weight.invalid(german), /Invalid$/);
});

test("the text box begins with the value in the language of the app", () => {
  assert.equal(edit(weight, 1.5, german).box.value, "1,5");
});
