import assert from "node:assert/strict";
import { test } from "node:test";
import { duration } from "../../../public/lib/fields/duration.js";
import { fieldApp } from "../../support/field-app.js";

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
