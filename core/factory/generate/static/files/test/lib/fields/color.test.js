import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { color } from "../../../public/lib/fields/color.js";
import { edit, fieldApp } from "../../support/field-app.js";

const app = fieldApp();
const paint = color({ id: "paint", name: "Paint" });

test("a color is stored in lower case and nothing else is a color", () => {
  assert.equal(paint.fromText("#1F6FEB", app), "#1f6feb");
  assert.equal(paint.fromText("blue", app), undefined);
  assert.equal(paint.fromText("", app), null);
  assert.equal(paint.accepts("#1f6feb"), true);
  assert.equal(paint.accepts("#fff"), false);
  assert.equal(paint.accepts("red;background:url(x)"), false);
});

test("no color is chosen until the person chooses one, and it can be taken away", () => {
  const { node, box, read, hear } = edit(paint, null, app);
  assert.equal(read(), null);
  box.value = "#1f6feb";
  hear("input");
  assert.equal(read(), "#1f6feb");
  node.querySelector("button").click();
  assert.equal(read(), null);
});
