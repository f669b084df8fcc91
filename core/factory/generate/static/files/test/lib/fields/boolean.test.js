import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkbox } from "../../../public/lib/fields/boolean.js";
import { edit, fieldApp } from "../../support/field-app.js";

const app = { ...fieldApp({ locale: "de" }), words: { yes: "Ja", no: "Nein" } };
const paid = checkbox({ id: "paid", name: "Paid" });

test("it is no until it is yes", () => {
  assert.equal(paid.initial(app), false);
  assert.equal(checkbox({ id: "paid", name: "Paid", initial: true }).initial(app), true);
});

test("it is shown and exported in words, and read in words and signs", () => {
  assert.equal(paid.format(true, app), "Ja");
  for (const text of ["Ja", "ja", "true", "1", "x"]) assert.equal(paid.fromText(text, app), true, text);
  for (const text of ["Nein", "false", "0", ""]) assert.equal(paid.fromText(text, app), false, text);
  assert.equal(paid.fromText("perhaps", app), undefined);
});

test("the checkbox is what is stored", () => {
  const { box, read } = edit(paid, true, app);
  assert.equal(read(), true);
  box.click();
  assert.equal(read(), false);
});
