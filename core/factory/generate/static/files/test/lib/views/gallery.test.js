import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { galleryView } from "../../../public/lib/views/gallery.js";

async function gallery(records) {
  const { app, task } = await recordsApp({ fields: [{ id: "photo", type: "image" }], records });
  return galleryView(app, { id: "gallery", name: "Gallery", entity: task, image: "photo", fields: ["title", "photo"] }).render();
}

test("a picture has the name of its record as text, and its address is given back once it is shown", async (context) => {
  const revoked = context.mock.method(URL, "revokeObjectURL");
  const page = await gallery([{ id: "a", title: "Fern", photo: { name: "fern.png", type: "image/png", size: 1, data: new Blob(["x"], { type: "image/png" }) } }]);
  const image = page.querySelector("img");
  assert.equal(image.getAttribute("alt") ?? image.alt, "Fern");
  const { DomEvent } = await import("../../support/dom.js");
  image.dispatchEvent(new DomEvent("load"));
  assert.equal(revoked.mock.callCount(), 1);
});

test("a record without a picture has a place for it", async () => {
  const page = await gallery([{ id: "a", title: "Fern", photo: null }]);
  assert.ok(page.querySelector(".gallery-none"));
  assert.equal(page.querySelector(".record-link").textContent, "Fern");
});
