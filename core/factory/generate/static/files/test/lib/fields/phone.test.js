import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { phone } from "../../../public/lib/fields/phone.js";
import { edit, fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const mobile = phone({ id: "mobile", name: "Mobile" });

test("only a telephone number is kept", () => {
  assert.equal(mobile.check("+49 30 23125 000", app), null);
  assert.equal(mobile.check("ask Ana", app), "phoneInvalid");
  assert.equal(mobile.fromText("ask Ana", app), undefined);
});

test("it is shown as a link, and what is not safe as text", () => {
  const link = mobile.cell("+49 30 23125 000", app);
  assert.equal(link.tagName, "A");
  assert.equal(link.href, "tel:+493023125000");
  assert.equal(mobile.cell("javascript:alert(1)", app), "javascript:alert(1)");
  assert.equal(mobile.cell(null, app), "");
});
