import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { settled } from "../../support/app.js";
import { boardView, columnsOf, neighbours } from "../../../public/lib/views/board.js";

const OPTIONS = [
  { id: "open", name: "Open" },
  { id: "doing", name: "Doing" },
  { id: "done", name: "Done" },
];
const status = { id: "status", type: "choice", options: OPTIONS };

async function board(records, behaviours = []) {
  const made = await recordsApp({ fields: [status], records, behaviours });
  const page = boardView(made.app, { id: "board", name: "Board", entity: made.task, group: "status", fields: ["title", "status"] }).render();
  document.body.replaceChildren(page);
  return { ...made, page };
}

test("there is a column for each option, with its number of cards, also without any", async () => {
  const { page } = await board([{ id: "a", title: "One", status: "done" }]);
  assert.deepEqual(page.querySelectorAll("[data-column]").map((each) => each.getAttribute("data-column")), ["open", "doing", "done"]);
  assert.equal(page.querySelector('[data-column="done"] .badge').textContent, "1");
});

test("records without an option have a column of their own", () => {
  const choice = { id: "status", options: OPTIONS };
  assert.deepEqual(columnsOf(choice, [{ status: null }], "None")[0], { id: null, name: "None", records: [{ status: null }] });
  assert.equal(columnsOf(choice, [{ status: "open" }], "None").length, 3);
});

test("the button of a card moves it to the next column, and that can be undone", async () => {
  const { app, record } = await board([{ id: "a", title: "One", status: "open" }]);
  document.getElementById("on-a").click();
  await settled();
  assert.equal(record("a").status, "doing");
  await app.undo();
  assert.equal(record("a").status, "open");
});

test("a card dropped on a column moves there", async () => {
  const { page, record } = await board([{ id: "a", title: "One", status: "open" }]);
  const { DomEvent } = await import("../../support/dom.js");
  const dataTransfer = { setData() {} };
  page.querySelector("[data-record]").dispatchEvent(new DomEvent("dragstart", { dataTransfer }));
  page.querySelector('[data-column="done"]').dispatchEvent(new DomEvent("drop", { dataTransfer }));
  await settled();
  assert.equal(record("a").status, "done");
});

test("a move that a behaviour refuses has no button and changes nothing", async () => {
  const refusing = { kind: "status_flow", entity: "task", beforeSave: ({ status: to }) => (to === "doing" ? "No." : null) };
  const { page, record } = await board([{ id: "a", title: "One", status: "open" }], [refusing]);
  assert.match(document.getElementById("on-a").getAttribute("aria-label"), /Done/);
  const { DomEvent } = await import("../../support/dom.js");
  const dataTransfer = { setData() {} };
  page.querySelector("[data-record]").dispatchEvent(new DomEvent("dragstart", { dataTransfer }));
  page.querySelector('[data-column="doing"]').dispatchEvent(new DomEvent("drop", { dataTransfer }));
  await settled();
  assert.equal(record("a").status, "open");
});

test("the first and last columns have one neighbour", () => {
  const all = () => true;
  assert.deepEqual(neighbours(OPTIONS, "open", all), [undefined, OPTIONS[1]]);
  assert.deepEqual(neighbours(OPTIONS, "done", all), [OPTIONS[1], undefined]);
  assert.deepEqual(neighbours(OPTIONS, null, all), [undefined, OPTIONS[0]]);
});
