import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { dateTime } from "../../../public/lib/fields/date-time.js";
import { edit, fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const starts = dateTime({ id: "starts", name: "Starts" });
const moment = new Date(2026, 4, 1, 17, 5).toISOString();

test("a moment is shown in the zone of the device", () => {
  assert.match(starts.format(moment, app), /^May 1, 2026, 5:05\sPM$/);
});

test("a moment is exported in UTC, and imported from UTC or the zone of the device", () => {
  assert.equal(starts.fromText(starts.toText(moment, app), app), moment);
  assert.equal(starts.fromText("2026-05-01 17:05", app), moment);
  assert.equal(starts.fromText("soon", app), undefined);
});

test("moments are ordered by time", () => {
  assert.ok(starts.compare("2026-05-01T10:00:00Z", "2026-05-01T10:00:00.500Z", app) < 0);
});

test("the box is in the zone of the device, and a moment that is not changed keeps its seconds", () => {
  const stored = new Date(2026, 4, 1, 17, 5, 42).toISOString();
  const { box, read } = edit(starts, stored, app);
  assert.equal(box.value, "2026-05-01T17:05");
  assert.equal(read(), stored);
  box.value = "2026-05-01T18:00";
  assert.equal(read(), new Date(2026, 4, 1, 18).toISOString());
  box.value = "";
  assert.equal(read(), null);
});
