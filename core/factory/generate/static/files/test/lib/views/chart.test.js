import assert from "node:assert/strict";
import { test } from "node:test";
import { createMedia } from "../../support/media.js";
import { recordsApp } from "../../support/records-app.js";
import { chartView } from "../../../public/lib/views/chart.js";

const kind = { id: "kind", type: "choice", options: [{ id: "x", name: "Extra" }, { id: "y", name: "Yearly" }], format: (id) => ({ x: "Extra", y: "Yearly" })[id] ?? "" };
const RECORDS = [
  { id: "a", title: "One", kind: "y", price: 2 },
  { id: "b", title: "Two", kind: "y", price: 3 },
];

async function chart(options) {
  const { app, task } = await recordsApp({ fields: [kind, { id: "price", type: "integer" }], records: RECORDS });
  return chartView(app, { id: "chart", name: "By kind", entity: task, group: "kind", ...options }).render();
}

for (const shape of ["bar", "line", "pie"])
  test(`a ${shape} chart has a title, a description and its numbers as a table`, async () => {
    const page = await chart({ shape, measure: "price" });
    const svg = page.querySelector(".chart svg");
    assert.equal(svg.getAttribute("role"), "img");
    assert.ok(page.querySelector(".chart title").textContent);
    assert.match(page.querySelector("desc").textContent, /Extra: 0; Yearly: 5/);
    const cells = page.querySelectorAll(".numbers tbody tr").map((row) => row.childNodes.map((cell) => cell.textContent));
    assert.deepEqual(cells, [["Extra", "0"], ["Yearly", "5"]]);
  });

test("the slices of a pie have their share", async () => {
  const page = await chart({ shape: "pie" });
  assert.match(page.querySelector(".chart").textContent, /Yearly: 2 \(100%\)/);
});

test("averages are called so where a group has several records", async () => {
  const page = await chart({ shape: "bar", measure: "price", op: "average" });
  assert.match(page.querySelector("desc").textContent, /^Yearly: 2.5$/);
  assert.match(page.querySelector(".numbers th.number").textContent, /^chartAverage/);
});

test("without a measure the records are counted", async () => {
  const page = await chart({ shape: "bar" });
  assert.match(page.querySelector("desc").textContent, /Yearly: 2/);
});

test("labels fit again when the window becomes narrow", async () => {
  const media = createMedia();
  const { app, task } = await recordsApp({ fields: [kind, { id: "price", type: "integer" }], records: RECORDS });
  const page = chartView(app, { id: "chart", name: "By kind", entity: task, group: "kind", shape: "bar" }).render();
  app.update = page.update;
  const left = () => Number(page.querySelector(".chart-zero").getAttribute("x1"));
  const wide = left();
  media.set("(max-width: 640px)", true);
  assert.ok(left() > wide, "there is more room for larger labels");
});
