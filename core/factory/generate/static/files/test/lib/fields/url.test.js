import assert from "node:assert/strict";
import { test } from "node:test";
import { url } from "../../../public/lib/fields/url.js";
import { fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const site = url({ id: "site", name: "Site" });

test("only a web address is kept", () => {
  assert.equal(site.check("https://example.org", app), null);
  assert.equal(site.check("example.org/page", app), null);
  assert.equal(site.check("javascript:alert(1)", app), "urlInvalid");
  assert.equal(site.fromText("javascript:alert(1)", app), undefined);
});
