import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { file } from "../../../public/lib/fields/file.js";
import { edit, fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const contract = file({ id: "contract", name: "Contract" });
const kept = (size) => ({ name: "a.pdf", type: "application/pdf", size, data: new Blob(["pdf"]) });

test("a file of at most 20 MB is kept", () => {
  assert.equal(contract.check(kept(20_000_000), app), null);
  assert.equal(contract.check(kept(20_000_001), app), "fileTooLarge");
  assert.equal(contract.accepts({ name: "a.pdf" }), false);
  assert.equal(contract.format(kept(3), app), "a.pdf");
});

test("a file is chosen and removed", () => {
  const { node, box, read, hear } = edit(contract, null, app);
  box.files = [Object.assign(new Blob(["pdf"], { type: "application/pdf" }), { name: "b.pdf" })];
  hear("change");
  assert.equal(read().name, "b.pdf");
  assert.equal(read().size, 3);
  node.querySelector("button").click();
  assert.equal(read(), null);
});
