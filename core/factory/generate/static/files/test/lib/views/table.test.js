import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { visibleText } from "../../support/dom.js";
import { nextOrder, tableView } from "../../../public/lib/views/table.js";

const RECORDS = [
  { id: "a", title: "Pear", price: 3 },
  { id: "b", title: "Apple", price: 10 },
  { id: "c", title: "Plum", price: null },
];
const number = { id: "price", type: "integer", compare: (a, b) => a - b };

async function table(options = {}) {
  const { app, task } = await recordsApp({ fields: [number], records: RECORDS });
  const page = tableView(app, { id: "tasks", name: "Tasks", entity: task, fields: ["title", "price"], sums: ["price"], ...options }).render();
  document.body.replaceChildren(page);
  return { app, page, rows: () => page.querySelectorAll("tbody tr").map((row) => row.getAttribute("data-record")) };
}

test("a click on a heading sorts by it, a second click the other way round", async () => {
  const { page, rows } = await table();
  document.getElementById("sort-price").click();
  assert.deepEqual(rows(), ["a", "b", "c"]);
  assert.deepEqual(page.querySelectorAll("th").map((each) => each.getAttribute("aria-sort")), ["none", "ascending", null]);
  document.getElementById("sort-price").click();
  assert.deepEqual(rows(), ["b", "a", "c"]);
});

test("the order of the view is marked before anyone sorts", async () => {
  const { page, rows } = await table({ sort: { field: "title", descending: true } });
  assert.deepEqual(rows(), ["c", "a", "b"]);
  assert.equal(page.querySelector("th").getAttribute("aria-sort"), "descending");
});

test("the sums of the shown records stand below them", async () => {
  const { page } = await table({ filter: ({ id }) => id !== "a" });
  assert.match(visibleText(page.querySelector("tfoot")), /10/);
});

test("a sum without a column has no row of its own", async () => {
  const { page } = await table({ fields: ["title"] });
  assert.equal(page.querySelector("tfoot"), null);
});

test("each cell has the name of its column, for narrow screens", async () => {
  const { page } = await table();
  assert.deepEqual(page.querySelectorAll("tbody td").slice(0, 2).map((cell) => cell.getAttribute("data-label")), ["title", "price"]);
});

test("another column starts ascending", () => {
  assert.deepEqual(nextOrder({ field: "a", descending: true }, "b"), { field: "b", descending: false, chosen: true });
});
