import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { money } from "../../../public/lib/fields/money.js";
import { edit, fieldApp, plainSpaces } from "../../support/field-app.js";

const app = fieldApp({ locale: "de", currency: "EUR" });
const yen = fieldApp({ locale: "en", currency: "JPY" });
const price = money({ id: "price", name: "Price", min: 0 });

test("an amount is shown in the currency and the language of the app", () => {
  assert.equal(plainSpaces(price.format(123456, app)), "1.234,56 €");
  assert.equal(price.format(1234, yen), "¥1,234");
  assert.equal(price.format(1250, fieldApp({ currency: "USD" })), "$12.50");
});

test("amounts are read with and without the sign of the currency", () => {
  for (const text of ["12,5", "12,50 €", "€ 12.50", "EUR 12,50"]) assert.equal(price.fromText(text, app), 1250, text);
  assert.equal(price.fromText("12", yen), 12);
  assert.equal(price.fromText("cheap", app), undefined);
  assert.equal(price.fromText("", app), null);
});

test("an exported amount has its decimals and is imported again", () => {
  assert.equal(price.toText(5, app), "0.05");
  for (const value of [0, 5, 99, 1999, 123456789]) assert.equal(price.fromText(price.toText(value, app), app), value);
});

test("amounts are whole numbers of the minor unit", () => {
  assert.equal(price.accepts(12.5), false);
  assert.equal(price.check(-1, app), "numberTooLow");
});

test("what is typed is read, and what cannot be read is refused", () => {
  const { box, read } = edit(price, null, app);
  for (const [typed, value] of [["12,5", 1250], ["", null], ["x", undefined]]) {
    box.value = typed;
    assert.equal(read(), value, typed);
  }
  assert.match(price.invalid(app), /Invalid$/);
});

test("the text box begins with the value in the language of the app", () => {
  assert.equal(edit(price, 1250, app).box.value, "12,50");
});
