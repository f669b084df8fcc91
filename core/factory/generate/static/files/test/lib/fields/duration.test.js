import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { duration } from "../../../public/lib/fields/duration.js";
import { edit, fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const time = duration({ id: "time", name: "Time" });

test("a duration is shown, exported and imported as hours and minutes", () => {
  assert.equal(time.format(5400, app), "1:30");
  for (const seconds of [0, 60, 3599, 3600, 100000]) assert.equal(time.fromText(time.toText(seconds, app), app), seconds);
  assert.equal(time.fromText("soon", app), undefined);
});

test("a duration is not negative", () => {
  assert.equal(time.check(-60, app), "numberTooLow");
  assert.equal(time.check(0, app), null);
});

test("what is typed is read, and what cannot be read is refused", () => {
  const { box, read } = edit(time, null, app);
  for (const [typed, value] of [["1:30", 5400], ["", null], ["soon", undefined]]) {
    box.value = typed;
    assert.equal(read(), value, typed);
  }
  assert.match(time.invalid(app), /Invalid$/);
});

test("the text box begins with the value in the language of the app", () => {
  assert.equal(edit(time, 5400, app).box.value, "1:30");
});
