import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { shortcuts } from "../../../public/lib/behaviours/shortcuts.js";

test("the question mark lists the keys, once", async () => {
  const { app } = await recordsApp();
  const help = shortcuts().keys(app).get("?");
  help();
  help();
  assert.equal(document.querySelectorAll("dialog").length, 1);
  assert.deepEqual(document.querySelectorAll("kbd").map((each) => each.textContent), ["n", "Esc", "?"]);
});
