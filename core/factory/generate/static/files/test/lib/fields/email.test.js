import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { email } from "../../../public/lib/fields/email.js";
import { edit, fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const contact = email({ id: "contact", name: "Contact" });

test("only an e-mail address is kept", () => {
  assert.equal(contact.check("ana@example.org", app), null);
  assert.equal(contact.check("ana", app), "emailInvalid");
  assert.equal(contact.fromText("ana", app), undefined);
  assert.equal(contact.fromText(" ana@example.org ", app), "ana@example.org");
});

test("it is shown as a link, and what is not safe as text", () => {
  const link = contact.cell("ana@example.org", app);
  assert.equal(link.tagName, "A");
  assert.equal(link.href, "mailto:ana@example.org");
  assert.equal(contact.cell("javascript:alert(1)", app), "javascript:alert(1)");
  assert.equal(contact.cell(null, app), "");
});
