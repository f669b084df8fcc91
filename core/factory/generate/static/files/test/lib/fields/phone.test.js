import assert from "node:assert/strict";
import { test } from "node:test";
import { phone } from "../../../public/lib/fields/phone.js";
import { fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const mobile = phone({ id: "mobile", name: "Mobile" });

test("only a telephone number is kept", () => {
  assert.equal(mobile.check("+49 30 23125 000", app), null);
  assert.equal(mobile.check("ask Ana", app), "phoneInvalid");
  assert.equal(mobile.fromText("ask Ana", app), undefined);
});
