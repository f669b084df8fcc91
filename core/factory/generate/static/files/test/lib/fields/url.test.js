import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { url } from "../../../public/lib/fields/url.js";
import { edit, fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const site = url({ id: "site", name: "Site" });

test("only a web address is kept", () => {
  assert.equal(site.check("https://example.org", app), null);
  assert.equal(site.check("example.org/page", app), null);
  assert.equal(site.check("javascript:alert(1)", app), "urlInvalid");
  assert.equal(site.fromText("javascript:alert(1)", app), undefined);
});

test("it is shown as a link, and what is not safe as text", () => {
  const link = site.cell("https://example.org/a", app);
  assert.equal(link.tagName, "A");
  assert.equal(link.href, "https://example.org/a");
  assert.equal(site.cell("javascript:alert(1)", app), "javascript:alert(1)");
  assert.equal(site.cell(null, app), "");
});
