import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { time } from "../../../public/lib/fields/time.js";
import { edit, fieldApp, plainSpaces } from "../../support/field-app.js";

const app = fieldApp();
const start = time({ id: "start", name: "Start" });

test("a time is shown in the language of the app and exported as it is stored", () => {
  assert.equal(plainSpaces(start.format("17:05", app)), "5:05 PM");
  assert.equal(start.format("17:05", fieldApp({ locale: "de" })), "17:05");
  assert.equal(start.toText("17:05", app), "17:05");
  assert.equal(start.fromText("5:05 pm", app), "17:05");
  assert.equal(start.fromText("noon", app), undefined);
  assert.equal(start.accepts("25:00"), false);
});

test("the time box holds the time without seconds", () => {
  const { box, read } = edit(start, "17:05", app);
  assert.equal(box.type, "time");
  box.value = "18:10:30";
  assert.equal(read(), "18:10");
});
