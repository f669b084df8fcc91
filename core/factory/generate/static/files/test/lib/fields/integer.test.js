import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { integer } from "../../../public/lib/fields/integer.js";
import { edit, fieldApp, plainSpaces } from "../../support/field-app.js";

const app = fieldApp();
const age = integer({ id: "age", name: "Age", min: 0, max: 120, unit: "years" });

test("a whole number between its limits is kept", () => {
  assert.equal(age.check(0, app), null);
  assert.equal(age.check(120, app), null);
  assert.equal(age.check(-1, app), "numberTooLow");
  assert.equal(age.check(121, app), "numberTooHigh");
});

test("a number is shown with its unit, in the language of the app", () => {
  assert.equal(plainSpaces(age.format(1200, app)), "1,200 years");
  assert.equal(plainSpaces(age.format(1200, fieldApp({ locale: "de" }))), "1.200 years");
  assert.equal(age.format(null, app), "");
});

test("only whole numbers are imported", () => {
  assert.equal(age.fromText("1,200", app), 1200);
  assert.equal(age.fromText("1.5", app), undefined);
  assert.equal(age.fromText("many", app), undefined);
  assert.equal(age.fromText(age.toText(-7, app), app), -7);
  assert.equal(age.accepts(1.5), false);
});

test("what is typed is read, and what cannot be read is refused", () => {
  const { box, read } = edit(age, null, app);
  for (const [typed, value] of [["1,200", 1200], ["", null], ["1.5", undefined], ["x", undefined]]) {
    box.value = typed;
    assert.equal(read(), value, typed);
  }
  assert.match(age.invalid(app), /Invalid$/);
});

test("the text box begins with the value in the language of the app", () => {
  assert.equal(edit(age, 1200, app).box.value, "1200");
});
