import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { percent } from "../../../public/lib/fields/percent.js";
import { edit, fieldApp, plainSpaces } from "../../support/field-app.js";

const app = fieldApp({ locale: "de" });
const progress = percent({ id: "progress", name: "Progress" });

test("a percentage lies between 0 and 100", () => {
  assert.equal(progress.check(0, app), null);
  assert.equal(progress.check(100, app), null);
  assert.equal(progress.check(100.5, app), "numberTooHigh");
  assert.equal(progress.check(-1, app), "numberTooLow");
});

test("a percentage is shown in the language of the app and read with its sign", () => {
  assert.equal(plainSpaces(progress.format(12.5, app)), "12,5 %");
  assert.equal(progress.format(7, fieldApp()), "7%");
  assert.equal(progress.fromText("12,5 %", app), 12.5);
  assert.equal(progress.fromText(progress.toText(12.5, app), app), 12.5);
});

test("what is typed is read, and what cannot be read is refused", () => {
  const { box, read } = edit(progress, null, app);
  for (const [typed, value] of [["12,5 %", 12.5], ["", null], ["x", undefined]]) {
    box.value = typed;
    assert.equal(read(), value, typed);
  }
  assert.match(progress.invalid(app), /Invalid$/);
});

test("the text box begins with the value in the language of the app", () => {
  assert.equal(edit(progress, 12.5, app).box.value, "12,5");
});
