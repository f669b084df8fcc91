import "../../support/browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { image } from "../../../public/lib/fields/image.js";
import { edit, fieldApp } from "../../support/field-app.js";

const photo = image({ id: "photo", name: "Photo" });
const picture = { name: "cat.jpg", type: "image/jpeg", size: 3, data: new Blob(["cat"]) };

test("only a picture with its bytes is kept", () => {
  assert.equal(photo.accepts(picture), true);
  assert.equal(photo.accepts(null), true);
  assert.equal(photo.accepts({ name: "cat.jpg" }), false);
  assert.equal(photo.format(picture, fieldApp()), "cat.jpg");
});

test("a table of text has no pictures", () => {
  assert.equal(photo.fromText("cat.jpg", fieldApp()), undefined);
  assert.equal(photo.fromText("", fieldApp()), null);
});

test("a picture is kept once it is ready, and refused until then", async () => {
  globalThis.createImageBitmap = async () => ({ width: 10, height: 10, close() {} });
  const { node, box, read, hear } = edit(photo, null, fieldApp());
  box.files = [Object.assign(new Blob(["cat"], { type: "image/png" }), { name: "cat.png" })];
  hear("change");
  assert.equal(read(), undefined);
  assert.equal(node.textContent.includes("imagePreparing"), true);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(read().name, "cat.png");
  node.querySelector("button").click();
  assert.equal(read(), null);
});

test("what is not a picture is refused with a reason, and can be removed", async () => {
  globalThis.createImageBitmap = () => Promise.reject(new TypeError("not a picture"));
  const { node, box, read, hear } = edit(photo, null, fieldApp());
  box.files = [Object.assign(new Blob(["text"]), { name: "a.txt" })];
  hear("change");
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(read(), undefined);
  assert.equal(node.textContent.includes("imageUnreadable"), true);
  node.querySelector("button").click();
  assert.equal(read(), null);
});
