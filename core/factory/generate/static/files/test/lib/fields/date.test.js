import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { date } from "../../../public/lib/fields/date.js";
import { edit, fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const due = date({ id: "due", name: "Due" });

test("a date begins empty, with a day, or with the day it is", () => {
  assert.equal(due.initial(app), null);
  assert.equal(date({ id: "due", name: "Due", initial: "2026-05-01" }).initial(app), "2026-05-01");
  assert.match(date({ id: "due", name: "Due", initial: "today" }).initial(app), /^\d{4}-\d\d-\d\d$/);
});

test("a date is shown in the language of the app and exported as it is stored", () => {
  assert.equal(due.format("2026-05-01", app), "May 1, 2026");
  assert.equal(due.format("2026-05-01", fieldApp({ locale: "de" })), "01.05.2026");
  assert.equal(due.toText("2026-05-01", app), "2026-05-01");
  assert.equal(due.fromText("5/1/2026", app), "2026-05-01");
  assert.equal(due.fromText("May", app), undefined);
});

test("only days that exist are kept", () => {
  assert.equal(due.accepts("2026-02-29"), false);
  assert.equal(due.accepts(null), true);
});

test("the date box holds the day", () => {
  const { box, read } = edit(due, "2026-05-01", app);
  assert.equal(box.type, "date");
  assert.equal(read(), "2026-05-01");
  box.value = "";
  assert.equal(read(), null);
  box.validity = { badInput: true };
  assert.equal(read(), undefined);
});
