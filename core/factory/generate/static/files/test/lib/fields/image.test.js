import assert from "node:assert/strict";
import { test } from "node:test";
import { image } from "../../../public/lib/fields/image.js";
import { fieldApp } from "../../support/field-app.js";

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
