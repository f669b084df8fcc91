import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { h } from "../../../public/lib/dom.js";
import { listView } from "../../../public/lib/views/list.js";

const PICTURE = { name: "fern.png", type: "image/png", size: 1, data: new Blob(["x"], { type: "image/png" }) };
const PHOTO = { id: "photo", type: "image", cell: (value) => (value ? h("img", { alt: value.name }) : "") };

async function list(records) {
  const { app, task } = await recordsApp({ fields: [PHOTO], records });
  return listView(app, { id: "list", name: "Plants", entity: task, fields: ["title", "photo"] }).render();
}

test("the picture of a record stands beside its name, and is no field of its own", async () => {
  const page = await list([
    { id: "a", title: "Fern", photo: PICTURE },
    { id: "b", title: "Moss", photo: null },
  ]);
  assert.equal(page.querySelectorAll(".record-picture").length, 2);
  assert.equal(page.querySelectorAll(".record-picture img").length, 1);
  assert.equal(page.querySelector(".record-picture img").alt, "");
  assert.equal(page.querySelector(".fact-image"), null);
});

test("without any picture there is no place for one", async () => {
  const page = await list([{ id: "a", title: "Fern", photo: null }]);
  assert.equal(page.querySelector(".record-picture"), null);
});
