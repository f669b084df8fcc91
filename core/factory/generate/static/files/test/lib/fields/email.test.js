import assert from "node:assert/strict";
import { test } from "node:test";
import { email } from "../../../public/lib/fields/email.js";
import { fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const contact = email({ id: "contact", name: "Contact" });

test("only an e-mail address is kept", () => {
  assert.equal(contact.check("ana@example.org", app), null);
  assert.equal(contact.check("ana", app), "emailInvalid");
  assert.equal(contact.fromText("ana", app), undefined);
  assert.equal(contact.fromText(" ana@example.org ", app), "ana@example.org");
});
